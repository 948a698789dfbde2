package smeta.calibration;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * How many lines have which ratio of truth to estimate. A class of fewer lines than a number of a file may be about is
 * absent.
 *
 * @param lines by the least ratio of their class, in thousandths
 */
public record RatioHistogram(NavigableMap<Integer, Long> lines) {
    /** Least ratios of the classes, in thousandths: narrow around 1, where most lines should be. */
    private static final List<Integer> CLASSES = List.of(
            0, 500, 600, 700, 800, 850, 900, 930, 950, 970, 990, 1010, 1030, 1050, 1070, 1100, 1150, 1200, 1300, 1500,
            2000);

    public RatioHistogram {
        lines = Collections.unmodifiableNavigableMap(new TreeMap<>(lines));
    }

    static RatioHistogram of(List<SampledLine> lines, ToLongFunction<SampledLine> estimate) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (SampledLine line : lines) {
            long ratio = line.truth() * 1000 / Math.max(1, estimate.applyAsLong(line));
            counts.merge(classOf(ratio), (long) line.times(), Long::sum);
        }
        counts.values().removeIf(count -> count < FactorFit.LEAST_LINES);
        return new RatioHistogram(counts);
    }

    private static int classOf(long ratio) {
        int found = 0;
        for (int least : CLASSES) {
            found = ratio >= least ? least : found;
        }
        return found;
    }
}
