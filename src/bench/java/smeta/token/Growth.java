package smeta.token;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import smeta.bench.Pathological;

/** How the time of hard inputs grows with their length: the best processor time of five. */
final class Growth {
    private static final int LENGTH = 50_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Growth() {}

    static void print(String vocabulary) {
        Vocabulary ours = Engines.of(Engines.SMETA, vocabulary);
        Vocabulary theirs = Engines.of(Engines.JTOKKIT, vocabulary);
        Map<String, String> small = Pathological.of(LENGTH);
        Map<String, String> large = Pathological.of(4 * LENGTH);
        small.forEach((name, text) -> Agreement.tokens(name + ", " + vocabulary, text, vocabulary));
        large.forEach((name, text) -> Agreement.tokens(name + ", " + vocabulary, text, vocabulary));
        System.out.println("\n| " + vocabulary + ", " + 4 * LENGTH
                + " characters | smeta s/MB | 4n over n | jtokkit s/MB |\n|---|---|---|---|");
        small.forEach((name, text) -> {
            String longer = large.get(name);
            double megabytes = longer.getBytes(StandardCharsets.UTF_8).length / 1e6;
            double seconds = seconds(ours, longer);
            System.out.printf(Locale.ROOT, "| %s | %.3f | %.1f | %.3f |%n", name, seconds / megabytes,
                    seconds / seconds(ours, text), seconds(theirs, longer) / megabytes);
        });
    }

    private static double seconds(Vocabulary vocabulary, String text) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            vocabulary.tokens(Text.of(text));
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e9);
        }
        return best;
    }
}
