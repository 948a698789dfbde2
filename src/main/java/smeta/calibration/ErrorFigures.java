package smeta.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import smeta.meter.Count;

/**
 * How good estimates of prompts are, in millionths.
 *
 * @param median of the deviation, as a share of the truth
 * @param p95    of the same
 * @param inside share of the lines within their bounds
 * @param width  median of the bounds' distance, as a share of the truth
 */
public record ErrorFigures(long median, long p95, long inside, long width) {
    private static final long MILLION = 1_000_000;

    /** @param lines at least one */
    static ErrorFigures of(List<SampledLine> lines, Function<SampledLine, Count> estimate) {
        List<WeightedValue> errors = new ArrayList<>();
        List<WeightedValue> widths = new ArrayList<>();
        long inside = 0;
        for (SampledLine line : lines) {
            Count count = estimate.apply(line);
            long truth = Math.max(1, line.truth());
            errors.add(new WeightedValue(Math.abs(line.truth() - count.likely()) * MILLION / truth, line.times()));
            widths.add(new WeightedValue(
                    Math.min(count.high() - count.low(), Observation.MOST) * MILLION / truth, line.times()));
            inside += count.low() <= line.truth() && line.truth() <= count.high() ? line.times() : 0;
        }
        return new ErrorFigures(
                WeightedValue.quantile(errors, 500),
                WeightedValue.quantile(errors, 950),
                inside * MILLION / WeightedValue.count(errors),
                WeightedValue.quantile(widths, 500));
    }
}
