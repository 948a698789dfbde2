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
    ANTHROPIC("anthropic"),
    GEMINI("gemini"),
    DASHSCOPE("dashscope");

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
