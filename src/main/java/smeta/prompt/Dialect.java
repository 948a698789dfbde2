package smeta.prompt;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose request shape a body has. */
public enum Dialect {
    /** OpenAI Chat Completions, and whoever speaks it (DashScope's compatible mode, RouterAI, OpenRouter, …). */
    OPENAI_CHAT("openai-chat"),
    OPENAI_RESPONSES("openai-responses"),
    ANTHROPIC("anthropic"),
    GEMINI("gemini"),
    /** DashScope's native body: {@code model}, {@code input}, {@code parameters}. */
    DASHSCOPE("dashscope"),
    /** One user message of plain text. */
    PLAIN("plain");

    private final String wireName;

    Dialect(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Dialect> named(String wireName) {
        return Arrays.stream(values()).filter(d -> d.wireName.equals(wireName)).findFirst();
    }

    /** All names, for a message that says what was expected. */
    public static String names() {
        return Arrays.stream(values()).map(Dialect::wireName).collect(Collectors.joining(", "));
    }
}
