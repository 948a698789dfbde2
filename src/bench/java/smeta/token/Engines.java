package smeta.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is compared, by name of engine and vocabulary, each loaded once in a JVM. */
final class Engines {
    static final String JTOKKIT = "jtokkit";
    static final String SMETA = "smeta";
    private static final Tokenizers OURS = Tokenizers.bundled();
    private static final Map<String, Vocabulary> THEIRS = new ConcurrentHashMap<>();

    private Engines() {}

    static Vocabulary of(String engine, String vocabulary) {
        return switch (engine) {
            case SMETA -> OURS.vocabulary(vocabulary).orElseThrow();
            case JTOKKIT -> THEIRS.computeIfAbsent(vocabulary, Engines::jtokkit);
            default -> throw new IllegalArgumentException("engine " + engine + ": expected jtokkit or smeta");
        };
    }

    private static Vocabulary jtokkit(String vocabulary) {
        try {
            return Oracle.of(vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
