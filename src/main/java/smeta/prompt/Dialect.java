package smeta.prompt;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose request shape a body has. */
public enum Dialect {
    /** OpenAI Chat Completions, and whoever speaks it (DashScope's compatible mode, RouterAI, OpenRouter, …). */
    OPENAI_CHAT("openai-chat", Task.CHAT),
    OPENAI_RESPONSES("openai-responses", Task.CHAT),
    ANTHROPIC("anthropic", Task.CHAT),
    GEMINI("gemini", Task.CHAT),
    /** DashScope's native body: {@code model}, {@code input}, {@code parameters}. */
    DASHSCOPE("dashscope", Task.CHAT),
    /** Amazon Bedrock: Converse, and those bodies of InvokeModel that have no vendor's own dialect. */
    BEDROCK("bedrock", Task.CHAT),
    /** Cohere's chat, version 1 ({@code message}) and 2 ({@code messages}). */
    COHERE("cohere", Task.CHAT),
    GIGACHAT("gigachat", Task.CHAT),
    /** Ollama's chat and generate. */
    OLLAMA("ollama", Task.CHAT),
    /** Yandex' native completion. */
    YANDEX("yandex", Task.CHAT),
    /** OpenAI's legacy completions, and whoever speaks them. */
    COMPLETIONS("completions", Task.COMPLETION),
    /** Embeddings of OpenAI, Cohere, Gemini, Vertex, DashScope, Voyage, Yandex and Ollama. */
    EMBEDDINGS("embeddings", Task.EMBEDDING),
    /** Rerank of Cohere, Jina, Voyage and DashScope. */
    RERANK("rerank", Task.RANKING),
    MODERATIONS("moderations", Task.MODERATION),
    /** OpenAI's text to speech. */
    SPEECH("speech", Task.SPEECH),
    /** OpenAI's transcriptions and translations, as a form or as JSON. */
    TRANSCRIPTION("transcription", Task.TRANSCRIPTION),
    /** OpenAI's image generations and edits; Imagen's predict. */
    IMAGES("images", Task.PICTURE),
    /** OpenAI's videos; Veo's predictLongRunning. */
    VIDEOS("videos", Task.FILM),
    /** One user message of plain text. */
    PLAIN("plain", Task.CHAT);

    private final String wireName;
    private final Task task;

    Dialect(String wireName, Task task) {
        this.wireName = wireName;
        this.task = task;
    }

    public String wireName() {
        return wireName;
    }

    public Task task() {
        return task;
    }

    public static Optional<Dialect> named(String wireName) {
        return Arrays.stream(values()).filter(d -> d.wireName.equals(wireName)).findFirst();
    }

    /** All names, for a message that says what was expected. */
    public static String names() {
        return Arrays.stream(values()).map(Dialect::wireName).collect(Collectors.joining(", "));
    }
}
