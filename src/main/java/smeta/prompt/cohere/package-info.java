/** Cohere's chat, versions 1 and 2. May use {@code smeta.prompt} and its rooms for reading and for OpenAI. */
@org.jspecify.annotations.NullMarked
package smeta.prompt.cohere;
