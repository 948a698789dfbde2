package smeta.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import smeta.bench.Corpora;
import smeta.bench.Corpus;

/**
 * Counts a corpus once, prompt by prompt. The prompts are new objects in each invocation, so nothing that a String or a
 * Text keeps is used again. {@link CountingRounds} runs it in interleaved rounds; {@code org.openjdk.jmh.Main} runs it
 * alone, on the corpora that were last written.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@Fork(1)
public class CountingBenchmark {
    static final Path CORPORA = Path.of("target/bench-corpora");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Map<String, List<String>> PROMPTS = new ConcurrentHashMap<>();

    @Param({"english", "russian", "chinese", "languages", "java", "python", "json", "digits", "emoji", "base64",
        "white-space", "random-code-points", "random-hanzi", "random-letters"})
    public String corpus;

    @Param({"o200k_base", "cl100k_base", "qwen"})
    public String vocabulary;

    @Param({Engines.JTOKKIT, Engines.SMETA})
    public String engine;

    private List<String> prompts;
    private List<Text> fresh;
    private Vocabulary counted;
    private long bytes;
    private long start;

    /** Also compares the counts, once in a JVM: no time is taken of an engine that counts wrongly. */
    @Setup(Level.Trial)
    public void load() {
        prompts = prompts(corpus);
        bytes = prompts.stream().mapToLong(prompt -> prompt.getBytes(StandardCharsets.UTF_8).length).sum();
        counted = Engines.of(engine, vocabulary);
        Agreement.tokens(corpus, prompts, vocabulary);
    }

    @Setup(Level.Invocation)
    public void makeTexts() {
        fresh = new ArrayList<>();
        for (String prompt : prompts) {
            fresh.add(Text.of(new String(prompt)));
        }
        start = THREADS.getCurrentThreadCpuTime();
    }

    @Benchmark
    public long count() {
        long tokens = 0;
        for (Text text : fresh) {
            tokens += counted.tokens(text);
        }
        return tokens;
    }

    @TearDown(Level.Invocation)
    public void record() {
        Speed.counted(bytes, THREADS.getCurrentThreadCpuTime() - start);
    }

    static List<String> prompts(String corpus) {
        return PROMPTS.computeIfAbsent(corpus, name -> {
            if (!Files.isDirectory(CORPORA)) {
                Corpora found = Corpora.found();
                found.write(found.names(), CORPORA);
            }
            try {
                return Corpus.prompts(Files.readString(CORPORA.resolve(name + ".txt")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
