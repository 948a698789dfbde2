package smeta.calibration;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often numbers of each size came: exact below 256, in classes of 0.8 % beyond. Adds up in any order, in memory that
 * doesn't grow with the numbers.
 */
final class LogHistogram {
    private static final int BITS = 7;
    private static final int CLASSES = 1 << BITS;

    private final TreeMap<Integer, Long> classes = new TreeMap<>();
    private long count;

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

    private static int classOf(long number) {
        if (number < CLASSES) {
            return (int) number;
        }
        int shift = 63 - Long.numberOfLeadingZeros(number) - BITS;
        return CLASSES + shift * CLASSES + (int) (number >>> shift) - CLASSES;
    }

    private static long largestOf(int which) {
        if (which < CLASSES) {
            return which;
        }
        int shift = (which - CLASSES) / CLASSES;
        return ((which - CLASSES) % CLASSES + CLASSES + 1L << shift) - 1;
    }
}
