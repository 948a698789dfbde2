/** OpenAI Chat Completions, and whoever speaks it. May use {@code smeta.prompt} and its room for reading. */
@org.jspecify.annotations.NullMarked
package smeta.prompt.openai;
