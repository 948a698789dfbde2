package smeta.token;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds to JMH's results what an iteration counted, in 10<sup>6</sup> bytes of UTF-8 a second: by JMH's own time, and by
 * the processor time of the counting thread, which other programs on the machine disturb less.
 */
public final class Speed implements InternalProfiler {
    static final String BY_TIME = "MB/s";
    static final String BY_PROCESSOR_TIME = "MB/s of processor time";
    private static long bytes;
    private static long nanos;

    static synchronized void counted(long moreBytes, long moreNanos) {
        bytes += moreBytes;
        nanos += moreNanos;
    }

    @Override
    public String getDescription() {
        return "bytes of text counted a second";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        synchronized (Speed.class) {
            bytes = 0;
            nanos = 0;
        }
    }

    @Override
    public Collection<ScalarResult> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        synchronized (Speed.class) {
            double millis = result.getPrimaryResult().getScore();
            return List.of(scalar(BY_TIME, bytes / 1e3 / millis), scalar(BY_PROCESSOR_TIME, bytes * 1e3 / nanos));
        }
    }

    private static ScalarResult scalar(String name, double value) {
        return new ScalarResult(name, value, BY_TIME, AggregationPolicy.AVG);
    }
}
