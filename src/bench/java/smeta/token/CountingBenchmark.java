package smeta.token;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares our counting with jtokkit's, in turns in one JVM, by the CPU time of the counting thread, on prompts of 10,000
 * characters that are new strings in each round. Every timing comes after a pass that compares the counts; each corpus is
 * counted once a round, so between two rounds over it all the others go through the caches.
 */
public final class CountingBenchmark {
    private static final int PROMPT = 10_000;
    private static final int PATHOLOGICAL = 50_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int rounds = Integer.getInteger("bench.rounds", 7);
    private final Map<String, List<String>> corpora = new LinkedHashMap<>();

    public static void main(String[] args) throws IOException {
        System.out.println("JDK " + System.getProperty("java.version") + ", " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors; MB are 10^6 bytes of UTF-8; ratio: median"
                + " [least..greatest] of the rounds");
        new CountingBenchmark().run();
    }

    private void run() throws IOException {
        String directory = System.getProperty("bench.texts", "");
        new Corpora().all(directory.isEmpty() ? null : Path.of(directory)).forEach((name, text) -> corpora.put(name, prompts(text)));
        loading();
        Tokenizers tokenizers = Tokenizers.bundled();
        for (String name : System.getProperty("bench.vocabularies", "o200k_base,cl100k_base,qwen").split(",")) {
            Vocabulary ours = tokenizers.vocabulary(name).orElseThrow();
            Vocabulary theirs = Oracle.of(name);
            check(ours, theirs);
            compare(ours, theirs);
            growth(ours, theirs);
        }
    }

    private void check(Vocabulary ours, Vocabulary theirs) {
        boolean all = Runtime.version().feature() >= 25;
        corpora.forEach((corpus, prompts) -> {
            for (String prompt : prompts) {
                long found = ours.tokens(Text.of(prompt));
                long expected = theirs.tokens(Text.of(prompt));
                if (found != expected && (all || !corpus.startsWith("random code"))) {
                    throw new IllegalStateException(ours.name() + " on " + corpus + ": " + found + " tokens, jtokkit " + expected);
                }
            }
        });
        System.out.println("\n" + ours.name() + ": counts equal on all corpora"
                + (all ? "" : " (but random code points, where jtokkit depends on the JDK)"));
    }

    private void compare(Vocabulary ours, Vocabulary theirs) {
        Map<String, double[][]> speeds = new LinkedHashMap<>();
        for (int round = -2; round < rounds; round++) {
            for (String corpus : corpora.keySet()) {
                double their = speed(theirs, corpora.get(corpus));
                double our = speed(ours, corpora.get(corpus));
                if (round >= 0) {
                    double[][] all = speeds.computeIfAbsent(corpus, key -> new double[3][rounds]);
                    all[0][round] = their;
                    all[1][round] = our;
                    all[2][round] = our / their;
                }
            }
        }
        System.out.println("\n| " + ours.name() + " | jtokkit MB/s | ours MB/s | ratio |\n|---|---|---|---|");
        speeds.forEach((corpus, all) -> {
            for (double[] values : all) {
                Arrays.sort(values);
            }
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | ×%.1f [%.1f..%.1f] |%n", corpus, all[0][rounds / 2],
                    all[1][rounds / 2], all[2][rounds / 2], all[2][0], all[2][rounds - 1]);
        });
    }

    private static double speed(Vocabulary vocabulary, List<String> prompts) {
        long bytes = 0;
        List<Text> fresh = new ArrayList<>();
        for (String prompt : prompts) {
            fresh.add(Text.of(new String(prompt)));
            bytes += prompt.getBytes(StandardCharsets.UTF_8).length;
        }
        long start = THREADS.getCurrentThreadCpuTime();
        for (Text text : fresh) {
            vocabulary.tokens(text);
        }
        return bytes * 1e3 / (THREADS.getCurrentThreadCpuTime() - start);
    }

    private void growth(Vocabulary ours, Vocabulary theirs) {
        Map<String, String> small = new Corpora().pathological(PATHOLOGICAL);
        Map<String, String> large = new Corpora().pathological(4 * PATHOLOGICAL);
        System.out.println("\n| " + ours.name() + ", " + 4 * PATHOLOGICAL
                + " characters | ours s/MB | 4n over n | jtokkit s/MB |\n|---|---|---|---|");
        small.forEach((name, text) -> {
            String longer = large.get(name);
            System.out.printf(Locale.ROOT, "| %s | %.3f | %.1f | %.3f |%n", name, seconds(ours, longer) / megabytes(longer),
                    seconds(ours, longer) / seconds(ours, text), seconds(theirs, longer) / megabytes(longer));
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

    private static double megabytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length / 1e6;
    }

    private static void loading() {
        System.out.println("\n| loading, in this order | CPU ms | heap MB |\n|---|---|---|");
        List<Object> kept = new ArrayList<>();
        for (String name : Oracle.NAMES) {
            long before = heap();
            long start = THREADS.getCurrentThreadCpuTime();
            kept.add(Tokenizers.bundled().vocabulary(name).orElseThrow());
            double millis = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.1f |%n", name, millis, (heap() - before) / 1e6);
        }
    }

    private static long heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<String> prompts(String text) {
        List<String> prompts = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int end = Math.min(text.length(), i + PROMPT);
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            prompts.add(text.substring(i, end));
            i = end;
        }
        return prompts;
    }
}
