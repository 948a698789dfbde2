/** Requests that are no conversation: embeddings, ranks, completions, speech, transcription, pictures, films, moderation. May use {@code smeta.prompt} and its rooms for reading and for OpenAI. */
@org.jspecify.annotations.NullMarked
package smeta.prompt.task;
