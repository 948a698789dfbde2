package smeta.estimate;

import java.time.Duration;

/**
 * Until when counting may go on. Past it, and for a text that would certainly not be counted in time, a count is
 * replaced by a bound that needs no counting.
 */
public final class Deadline {
    public static final Deadline NONE = new Deadline(Long.MAX_VALUE, false);

    /** Slower than any vocabulary here counts ordinary text on one core of a small machine, in bytes a second. */
    private static final long SLOWEST = 8_000_000;

    private final long end;
    private final boolean set;

    private Deadline(long end, boolean set) {
        this.end = end;
        this.set = set;
    }

    /** From now on. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), true);
    }

    /** Whether so many bytes can be counted in time, by a careful guess. */
    boolean allows(long bytes) {
        return !set || leftNanos() > bytes * 1_000_000_000 / SLOWEST;
    }

    /** What is left, in nanoseconds; not positive once it has passed. */
    public long leftNanos() {
        return set ? end - System.nanoTime() : Long.MAX_VALUE;
    }
}
