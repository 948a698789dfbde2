package smeta.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number and how often it came. */
record WeightedValue(long value, long times) {
    /** The smallest number at or below which half of them are. */
    static long median(List<WeightedValue> values) {
        long count = count(values);
        return at(values, (count + 1) / 2);
    }

    /** At or below it is that share of them, in tenths of a percent. */
    static long quantile(List<WeightedValue> values, int share) {
        return at(values, Math.max(1, (count(values) * share + 999) / 1000));
    }

    /**
     * At or below it will be at least that share of numbers that are still to come, if they come as these did; null if
     * there are too few to say so.
     */
    static @Nullable Long upper(List<WeightedValue> values, int share) {
        long rank = ((count(values) + 1) * share + 999) / 1000;
        return rank > count(values) ? null : at(values, rank);
    }

    /** As {@link #upper}, at or above. */
    static @Nullable Long lower(List<WeightedValue> values, int share) {
        Long upper = upper(
                values.stream().map(v -> new WeightedValue(-v.value, v.times)).toList(), share);
        return upper == null ? null : -upper;
    }

    static long count(List<WeightedValue> values) {
        return values.stream().mapToLong(WeightedValue::times).sum();
    }

    private static long at(List<WeightedValue> values, long rank) {
        List<WeightedValue> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparingLong(WeightedValue::value));
        long rest = rank;
        for (WeightedValue one : sorted) {
            rest -= one.times;
            if (rest <= 0) {
                return one.value;
            }
        }
        throw new IllegalArgumentException("there is no number of rank " + rank);
    }
}
