package smeta.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Measures how far predictions are off: what is usual on the lines of the fit, and its quantiles on the others. */
final class BoundsFit {
    /** The usual deviation is never taken for less, in millionths. */
    private static final long LEAST = 500;

    private final InputFactors factors;
    private final Map<Integer, Long> sizes;
    private final Map<String, Long> kinds;

    private BoundsFit(InputFactors factors, Map<Integer, Long> sizes, Map<String, Long> kinds) {
        this.factors = factors;
        this.sizes = sizes;
        this.kinds = kinds;
    }

    /** @param lines those of the fit */
    static BoundsFit of(InputFactors factors, List<SampledLine> lines) {
        Map<Integer, Long> sizes = medians(
                lines,
                line -> InputBounds.sizeClass(factors.apply(line.parts()).total()),
                line -> deviation(factors, line),
                LEAST);
        Map<String, Long> kinds = medians(
                lines,
                line -> line.parts().kind(),
                line -> {
                    Long usual = sizes.get(
                            InputBounds.sizeClass(factors.apply(line.parts()).total()));
                    return usual == null ? 1000 : deviation(factors, line) * 1000 / usual;
                },
                1);
        return new BoundsFit(factors, sizes, kinds);
    }

    /** @param unseen lines that took no part in the fit */
    InputBounds bounds(List<SampledLine> unseen) {
        InputBounds units = new InputBounds(sizes, kinds, null, new TreeMap<>());
        List<WeightedValue> scores = new ArrayList<>();
        for (SampledLine line : unseen) {
            long predicted = factors.apply(line.parts()).total();
            Long usual = units.usual(line.parts(), predicted);
            if (usual != null) {
                scores.add(new WeightedValue(score(line.truth(), predicted, usual), line.times()));
            }
        }
        TreeMap<Integer, Long> highs = new TreeMap<>();
        for (int share : InputBounds.SHARES) {
            Long high = WeightedValue.upper(scores, share);
            if (high != null) {
                highs.put(share, high);
            }
        }
        return new InputBounds(sizes, kinds, WeightedValue.lower(scores, 975), highs);
    }

    /** In thousandths of the usual deviation, rounded away from the prediction. */
    static long score(long truth, long predicted, long usual) {
        long off = Math.subtractExact(truth, predicted);
        long scaled = Math.multiplyExact(Math.abs(off), 1_000_000_000L);
        long unit = Math.multiplyExact(predicted, usual);
        long score = (scaled + unit - 1) / unit;
        return off < 0 ? -score : score;
    }

    /** In millionths of the prediction. */
    private static long deviation(InputFactors factors, SampledLine line) {
        long predicted = factors.apply(line.parts()).total();
        return Math.abs(line.truth() - predicted) * 1_000_000 / predicted;
    }

    private static <K extends Comparable<K>> Map<K, Long> medians(
            List<SampledLine> lines, Function<SampledLine, K> key, Function<SampledLine, Long> value, long least) {
        Map<K, List<WeightedValue>> values = new TreeMap<>();
        for (SampledLine line : lines) {
            values.computeIfAbsent(key.apply(line), k -> new ArrayList<>())
                    .add(new WeightedValue(value.apply(line), line.times()));
        }
        Map<K, Long> medians = new TreeMap<>();
        values.forEach((k, all) -> {
            if (WeightedValue.count(all) >= FactorFit.LEAST_LINES) {
                medians.put(k, Math.max(least, WeightedValue.median(all)));
            }
        });
        return medians;
    }
}
