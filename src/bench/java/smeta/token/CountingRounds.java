package smeta.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import smeta.bench.Corpora;
import smeta.bench.Corpus;

/**
 * Compares our counting with jtokkit's: JMH runs {@link CountingBenchmark} for each round, corpus and engine in turn,
 * all in this JVM. JMH's usual fork for each engine would compare minutes of the one with other minutes of the other,
 * in which a shared machine isn't the same; here both engines count the same corpus within a second, and each ratio is
 * one of neighbours. A corpus is counted once a round, so that all the others go through the caches before it comes
 * again.
 */
public final class CountingRounds {
    private static final int WARM_UP_ROUNDS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    /** Whether only texts that weren't seen before are counted. */
    private static final boolean FRESH_ONLY = Boolean.getBoolean("bench.fresh");

    private static final String PATHOLOGICAL = "pathological";

    private final int rounds = Integer.getInteger("bench.rounds", 5);
    private final List<String> vocabularies = list("bench.vocabularies", "o200k_base,cl100k_base,qwen");

    public static void main(String[] args) throws IOException, RunnerException {
        System.out.println("JDK " + System.getProperty("java.version") + ", " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, load " + load()
                + "; MB are 10^6 bytes of UTF-8; ratio: median [least..greatest] of the rounds");
        new CountingRounds().run();
    }

    private void run() throws IOException, RunnerException {
        String directory = System.getProperty("bench.texts", "");
        Corpora corpora = directory.isEmpty() ? Corpora.found() : Corpora.of(Path.of(directory));
        Set<String> known = new LinkedHashSet<>(corpora.names());
        known.add(PATHOLOGICAL);
        List<String> wanted = list("bench.corpora", String.join(",", known));
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("bench.corpora is " + wanted + "; known are " + known);
        }
        Loading.print();
        List<Corpus> made = corpora.write(Set.copyOf(wanted), CountingBenchmark.CORPORA);
        check(made);
        for (String vocabulary : vocabularies) {
            if (!made.isEmpty()) {
                if (!FRESH_ONLY) {
                    compare(vocabulary, made);
                }
                FreshTexts.print(vocabulary, made.stream().map(Corpus::name).toList(), rounds);
            }
            if (wanted.contains(PATHOLOGICAL)) {
                Growth.print(vocabulary);
            }
        }
    }

    private void check(List<Corpus> corpora) throws IOException {
        System.out.println("\n| tokens | characters | MB | " + String.join(" | ", vocabularies) + " | source |\n|"
                + "---|".repeat(vocabularies.size() + 4));
        Map<String, Map<String, Long>> totals = new LinkedHashMap<>();
        for (Corpus corpus : corpora) {
            List<String> prompts = CountingBenchmark.prompts(corpus.name());
            Map<String, Long> tokens = new LinkedHashMap<>();
            for (String vocabulary : vocabularies) {
                tokens.put(vocabulary, Agreement.tokens(corpus.name(), prompts, vocabulary));
            }
            totals.put(corpus.name(), tokens);
            System.out.printf(Locale.ROOT, "| %s | %d | %.2f |", corpus.name(), corpus.text().length(),
                    corpus.text().getBytes(StandardCharsets.UTF_8).length / 1e6);
            tokens.values().forEach(total -> System.out.print(" " + total + " |"));
            System.out.println(" " + corpus.source() + " |");
        }
        new ObjectMapper().writerWithDefaultPrettyPrinter()
                .writeValue(CountingBenchmark.CORPORA.resolve("totals.json").toFile(), totals);
        System.out.println("\nEvery prompt has the same count in both engines" + (Agreement.ALL_COMPARABLE ? "."
                : " (random code points weren't compared: jtokkit's count of them depends on the JDK)."));
    }

    private void compare(String vocabulary, List<Corpus> corpora) throws RunnerException {
        long warm = System.nanoTime() + WARM_UP.toNanos();
        for (int round = 0; round < WARM_UP_ROUNDS || System.nanoTime() < warm; round++) {
            round(vocabulary, corpora, new Rounds());
        }
        Rounds results = new Rounds();
        for (int round = 0; round < rounds; round++) {
            round(vocabulary, corpora, results);
        }
        results.print(vocabulary);
        Path json = Path.of("target", "jmh-" + vocabulary + ".json");
        ResultFormatFactory.getInstance(ResultFormatType.JSON, json.toString()).writeOut(results.merged());
        System.out.println("\nLoad " + load() + "; JMH's results of the " + rounds + " rounds: " + json);
    }

    private static void round(String vocabulary, List<Corpus> corpora, Rounds results) throws RunnerException {
        for (Corpus corpus : corpora) {
            for (String engine : new String[] {Engines.JTOKKIT, Engines.SMETA}) {
                results.add(corpus.name(), engine, new Runner(new OptionsBuilder()
                        .include("^" + CountingBenchmark.class.getName().replace(".", "\\.") + "\\.count$")
                        .param("corpus", corpus.name()).param("vocabulary", vocabulary).param("engine", engine)
                        .forks(0).warmupIterations(0).measurementIterations(1)
                        .addProfiler(Speed.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build()).runSingle());
            }
        }
    }

    private static List<String> list(String property, String otherwise) {
        String given = System.getProperty(property, "");
        return Arrays.stream((given.isEmpty() ? otherwise : given).split(",")).map(String::strip).toList();
    }

    private static String load() {
        return String.format(Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
