/** DashScope's own body. May use {@code smeta.prompt}, its room for reading, and what {@code openai} shares. */
@org.jspecify.annotations.NullMarked
package smeta.prompt.dashscope;
