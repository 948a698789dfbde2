package smeta.calibration;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often numbers of each size came: the smallest exactly, larger ones in classes of a width that is a share of them.
 * Adds up in any order, in memory that doesn't grow with the numbers.
 */
final class LogHistogram {
    private final int bits;
    private final TreeMap<Integer, Long> classes = new TreeMap<>();
    private long count;

    private LogHistogram(int bits) {
        this.bits = bits;
    }

    /** Exact below 256, in classes of 0.8 % beyond. */
    static LogHistogram ofLengths() {
        return new LogHistogram(7);
    }

    /** Exact below 8,192, in classes of 0.025 % beyond: a discount of 20 % must not be told as one of 19.7 %. */
    static LogHistogram ofShares() {
        return new LogHistogram(12);
    }

    void add(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("expected a number from zero, found " + number);
        }
        classes.merge(classOf(number), 1L, Long::sum);
        count++;
    }

    long count() {
        return count;
    }

    /** The largest number of the class in which so many percent of the numbers end; 0 without numbers. */
    long percentile(int percent) {
        long rank = Math.max(1, (count * percent + 99) / 100);
        for (Map.Entry<Integer, Long> one : classes.entrySet()) {
            rank -= one.getValue();
            if (rank <= 0) {
                return largestOf(one.getKey());
            }
        }
        return 0;
    }

    private int classOf(long number) {
        long exact = 1L << bits;
        if (number < exact) {
            return (int) number;
        }
        int shift = 63 - Long.numberOfLeadingZeros(number) - bits;
        return Math.toIntExact(shift * exact + (number >>> shift));
    }

    private long largestOf(int which) {
        int exact = 1 << bits;
        if (which < exact) {
            return which;
        }
        int shift = (which - exact) / exact;
        return ((which - exact) % exact + exact + 1L << shift) - 1;
    }
}
