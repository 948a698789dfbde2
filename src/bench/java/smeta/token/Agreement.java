package smeta.token;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compares the counts of both engines before anything is timed. */
final class Agreement {
    /** jtokkit splits new and unassigned characters as the JDK does, which from 25 on agrees with tiktoken. */
    static final boolean ALL_COMPARABLE = Runtime.version().feature() >= 25;
    private static final Map<String, Long> TOTALS = new ConcurrentHashMap<>();

    private Agreement() {}

    /** Tokens of a corpus, compared prompt by prompt when it is asked for the first time. */
    static long tokens(String corpus, List<String> prompts, String vocabulary) {
        return TOTALS.computeIfAbsent(corpus + ", " + vocabulary, key -> {
            boolean comparable = ALL_COMPARABLE || !corpus.equals("random-code-points");
            long total = 0;
            for (String prompt : prompts) {
                total += comparable ? tokens(key, prompt, vocabulary) : ours(prompt, vocabulary);
            }
            return total;
        });
    }

    /** Tokens of a text. */
    static long tokens(String name, String text, String vocabulary) {
        long found = ours(text, vocabulary);
        long expected = Engines.of(Engines.JTOKKIT, vocabulary).tokens(Text.of(text));
        if (found != expected) {
            throw new IllegalStateException(name + ": " + found + " tokens, jtokkit " + expected);
        }
        return found;
    }

    private static long ours(String text, String vocabulary) {
        return Engines.of(Engines.SMETA, vocabulary).tokens(Text.of(text));
    }
}
