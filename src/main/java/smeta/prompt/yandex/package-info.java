/** Yandex' native completion. May use {@code smeta.prompt} and its rooms for reading and for OpenAI. */
@org.jspecify.annotations.NullMarked
package smeta.prompt.yandex;
