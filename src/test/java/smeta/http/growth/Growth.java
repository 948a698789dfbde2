package smeta.http.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts what a walk does with some and with four times as many of something, and compares. */
final class Growth {
    private static final int FEW = 400;
    /** 4 in proportion; sorting and the growth of tables take a little more. */
    private static final double MOST = 4.5;

    private final BinaryOperator<String> walk;

    /**
     * What one walk took.
     *
     * @param bytes that were allocated
     */
    record Work(long steps, long bytes) {}

    /**
     * @param loader makes the program's classes count their steps; it holds all that these read, so that whoever keeps this
     *               keeps a whole program
     */
    @SuppressWarnings("unchecked")
    Growth(SteppingLoader loader, Class<? extends BinaryOperator<String>> walk) throws ReflectiveOperationException {
        this.walk = (BinaryOperator<String>)
                loader.loadClass(walk.getName()).getConstructor().newInstance();
    }

    String walk(String kind, String body) {
        return walk.apply(kind, body);
    }

    void requireProportion(String kind, IntFunction<String> body) {
        Work few = work(kind, body.apply(FEW));
        Work more = work(kind, body.apply(4 * FEW));
        assertThat((double) more.steps / few.steps)
                .as("steps %s, then %s", few, more)
                .isLessThan(MOST);
        assertThat((double) more.bytes / few.bytes)
                .as("bytes %s, then %s", few, more)
                .isLessThan(MOST);
    }

    /** Of the steps. */
    double ratio(String kind, IntFunction<String> body) {
        Work few = work(kind, body.apply(FEW));
        return (double) work(kind, body.apply(4 * FEW)).steps / few.steps;
    }

    /** The second time: what is read once for all isn't the body's. */
    private Work work(String kind, String body) {
        assertThat(walk.apply(kind, body)).isNotEmpty();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long steps = Steps.since(0);
        long bytes = threads.getCurrentThreadAllocatedBytes();
        walk.apply(kind, body);
        return new Work(Steps.since(steps), threads.getCurrentThreadAllocatedBytes() - bytes);
    }

    static String many(int count, IntFunction<String> one) {
        return many(count, ",", one);
    }

    static String many(int count, String between, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(between));
    }
}
