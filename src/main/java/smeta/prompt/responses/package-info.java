/** OpenAI Responses. May use {@code smeta.prompt}, its room for reading, and the tools of {@code openai}. */
@org.jspecify.annotations.NullMarked
package smeta.prompt.responses;
