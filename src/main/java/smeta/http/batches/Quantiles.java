package smeta.http.batches;

import java.util.Map;
import java.util.TreeMap;

/** Percentiles of positive values in little memory: counts by size class, where a class is 1 % wide. */
final class Quantiles {
    private static final double WIDTH = Math.log(1.01);
    private final TreeMap<Integer, Long> classes = new TreeMap<>();
    private long count;

    void add(double value) {
        classes.merge(value <= 0 ? Integer.MIN_VALUE : (int) Math.ceil(Math.log(value) / WIDTH), 1L, Long::sum);
        count++;
    }

    double at(int percent) {
        long rank = Math.max(1, (count * percent + 99) / 100);
        for (Map.Entry<Integer, Long> one : classes.entrySet()) {
            rank -= one.getValue();
            if (rank <= 0) {
                return one.getKey() == Integer.MIN_VALUE ? 0 : Math.exp(one.getKey() * WIDTH);
            }
        }
        return 0;
    }
}
