package smeta.usage;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the numbers of a usage relate to each other. */
public enum Convention {
    /** The catalogue's meters, each unit in one of them. */
    DISJOINT("disjoint"),
    /**
     * The catalogue's meters, but {@code input_tokens} and {@code output_tokens} are totals that include the others.
     */
    INCLUSIVE("inclusive"),
    OPENAI_CHAT("openai-chat"),
    OPENAI_RESPONSES("openai-responses"),
    /** OpenAI's transcriptions that are billed by the length of the sound. */
    OPENAI_DURATION("openai-duration"),
    ANTHROPIC("anthropic"),
    GEMINI("gemini"),
    DASHSCOPE("dashscope"),
    PERPLEXITY("perplexity"),
    COHERE("cohere"),
    YANDEX("yandex"),
    GIGACHAT("gigachat"),
    MISTRAL_AUDIO("mistral-audio"),
    BEDROCK("bedrock"),
    OLLAMA("ollama"),
    LLAMA_CPP("llama-cpp"),
    CODEX("codex"),
    CLAUDE_CODE("claude-code"),
    AI_SDK("ai-sdk"),
    OPENTELEMETRY("opentelemetry"),
    GENAI_PRICES("genai-prices"),
    LANGCHAIN("langchain"),
    LANGCHAIN4J("langchain4j"),
    SPRING_AI("spring-ai"),
    LANGFUSE("langfuse");

    private final String wireName;

    Convention(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Convention> named(String name) {
        return Arrays.stream(values()).filter(c -> c.wireName.equals(name)).findFirst();
    }

    public static String names() {
        return Arrays.stream(values()).map(Convention::wireName).collect(Collectors.joining(", "));
    }
}
