package smeta.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** The results of one vocabulary: per corpus and engine one of each round, in their order. */
final class Rounds {
    private final Map<String, Map<String, List<RunResult>>> results = new LinkedHashMap<>();

    void add(String corpus, String engine, RunResult result) {
        results.computeIfAbsent(corpus, key -> new LinkedHashMap<>())
                .computeIfAbsent(engine, key -> new ArrayList<>())
                .add(result);
    }

    /** For JMH's formats: the rounds of a corpus and an engine as one result, each round where a fork would be. */
    List<RunResult> merged() {
        List<RunResult> merged = new ArrayList<>();
        results.values().forEach(engines -> engines.values().forEach(rounds -> {
            List<BenchmarkResult> all = rounds.stream().flatMap(round -> round.getBenchmarkResults().stream()).toList();
            merged.add(new RunResult(rounds.get(0).getParams(), all));
        }));
        return merged;
    }

    void print(String vocabulary) {
        System.out.println("\n| " + vocabulary + " | jtokkit MB/s | smeta MB/s | ratio | ratio of processor times |"
                + "\n|---|---|---|---|---|");
        results.forEach((corpus, engines) -> {
            List<RunResult> theirs = engines.get(Engines.JTOKKIT);
            List<RunResult> ours = engines.get(Engines.SMETA);
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %s | %s |%n", corpus,
                    median(values(theirs, Speed.BY_TIME)), median(values(ours, Speed.BY_TIME)),
                    ratio(values(ours, Speed.BY_TIME), values(theirs, Speed.BY_TIME)),
                    ratio(values(ours, Speed.BY_PROCESSOR_TIME), values(theirs, Speed.BY_PROCESSOR_TIME)));
        });
    }

    private static double[] values(List<RunResult> rounds, String name) {
        return rounds.stream().mapToDouble(round -> round.getSecondaryResults().get(name).getScore()).toArray();
    }

    private static String ratio(double[] ours, double[] theirs) {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, round -> ours[round] / theirs[round]);
        Arrays.sort(ratios);
        return String.format(Locale.ROOT, "×%.1f [%.1f..%.1f]", median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
