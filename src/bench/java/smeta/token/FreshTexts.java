package smeta.token;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Counts texts that an engine hasn't seen: in each round it starts with memories of its own that are empty, counts the
 * first three tenths of a text untimed, and then the rest once, by the processor time of the thread. The engines take
 * turns. What {@link CountingBenchmark} counts again and again is known to the memories by then.
 */
final class FreshTexts {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double UNTIMED = 0.3;

    private FreshTexts() {}

    /** Prints a row of each corpus, after a round that isn't measured. */
    static void print(String vocabulary, List<String> corpora, int rounds) {
        Map<String, List<double[]>> results = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (String corpus : corpora) {
                double[] speeds = new double[2];
                for (int turn = 0; turn < 2; turn++) {
                    int engine = round % 2 == 0 ? turn : 1 - turn;
                    Vocabulary counted = engine == 0
                            ? Engines.of(Engines.JTOKKIT, vocabulary)
                            : Tokenizers.bundled().vocabulary(vocabulary).orElseThrow();
                    speeds[engine] = megabytesPerSecond(counted, CountingBenchmark.prompts(corpus));
                }
                if (round >= 0) {
                    results.computeIfAbsent(corpus, key -> new ArrayList<>()).add(speeds);
                }
            }
        }
        System.out.println("\n| " + vocabulary + ", not seen before | jtokkit MB/s | smeta MB/s | ratio of processor times |"
                + "\n|---|---|---|---|");
        results.forEach((corpus, found) -> {
            double[] ratios = sorted(found, speeds -> speeds[1] / speeds[0]);
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | ×%.1f [%.1f..%.1f] |%n", corpus,
                    median(sorted(found, speeds -> speeds[0])), median(sorted(found, speeds -> speeds[1])),
                    median(ratios), ratios[0], ratios[ratios.length - 1]);
        });
    }

    private static double megabytesPerSecond(Vocabulary counted, List<String> prompts) {
        List<Text> texts = prompts.stream().map(prompt -> Text.of(new String(prompt))).toList();
        int untimed = (int) (texts.size() * UNTIMED);
        long tokens = 0;
        for (Text text : texts.subList(0, untimed)) {
            tokens += counted.tokens(text);
        }
        long start = THREADS.getCurrentThreadCpuTime();
        for (Text text : texts.subList(untimed, texts.size())) {
            tokens += counted.tokens(text);
        }
        long time = THREADS.getCurrentThreadCpuTime() - start;
        if (tokens <= 0) {
            throw new IllegalStateException("no tokens");
        }
        long bytes = prompts.subList(untimed, prompts.size()).stream()
                .mapToLong(prompt -> prompt.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return bytes * 1e3 / time;
    }

    private static double[] sorted(List<double[]> found, ToDoubleFunction<double[]> value) {
        double[] values = found.stream().mapToDouble(value).toArray();
        Arrays.sort(values);
        return values;
    }

    private static double median(double[] sorted) {
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
