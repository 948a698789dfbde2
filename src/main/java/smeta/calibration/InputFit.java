package smeta.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;

/** From a sample of lines to factors and bounds: one half of the lines for the fit, the other for the bounds. */
final class InputFit {
    private static final long MILLION = 1_000_000;
    /** So many thousandths of the usual deviation are an outlier. */
    private static final long OUTLIER = 10_000;
    /** A change of the middle deviation is told from so many millionths on. */
    private static final long LEAST_CHANGE = 20_000;
    /** The square of 4 × 1.858: a median of n lines has 1.858 of their scatter over √n as its standard error, if they are normal. */
    private static final double FOUR_ERRORS = 55.2;
    /** Both bounds of 95 % of the lines are quantiles of so many tenths of a percent. */
    private static final int CENTRAL = 975;

    private static final int CHECKED = 995;

    private final List<SampledLine> all;
    private final List<SampledLine> unseen;
    private final InputFactors factors;
    private final BoundsFit fit;

    private InputFit(List<SampledLine> lines) {
        all = lines;
        List<SampledLine> seen = lines.stream().filter(SampledLine::isForFit).toList();
        unseen = lines.stream().filter(line -> !line.isForFit()).toList();
        factors = new FactorFit(seen).full();
        fit = BoundsFit.of(factors, seen);
    }

    /** Null if there are fewer lines than a number of a file is about. */
    static @Nullable InputCalibration of(List<SampledLine> lines) {
        long count = LineSample.count(lines);
        if (count < FactorFit.LEAST_LINES) {
            return null;
        }
        InputFit fit = count < ModelCalibration.LINES_FOR_BOUNDS ? null : new InputFit(lines);
        if (fit != null
                && LineSample.count(fit.unseen) >= FactorFit.LEAST_LINES
                && LineSample.count(fit.all) - LineSample.count(fit.unseen) >= FactorFit.LEAST_LINES) {
            return fit.result(count);
        }
        InputCorrection factors = new InputCorrection(new FactorFit(lines).full(), null);
        return new InputCalibration(count, 0, factors, before(lines), null, null, null, bare(lines), null);
    }

    private static ErrorFigures before(List<SampledLine> lines) {
        return ErrorFigures.of(lines, line -> line.parts().bare());
    }

    private static RatioHistogram bare(List<SampledLine> lines) {
        return RatioHistogram.of(lines, line -> line.parts().bare().likely());
    }

    private InputCalibration result(long count) {
        InputBounds bounds = fit.bounds(unseen);
        return new InputCalibration(
                count,
                outliers(bounds),
                new InputCorrection(factors, bounds),
                before(unseen),
                after(),
                bounds.highs().containsKey(CHECKED) ? notAbove() : null,
                change(),
                bare(unseen),
                RatioHistogram.of(unseen, line -> factors.apply(line.parts()).total()));
    }

    /** Each half of the unseen lines with the bounds of the other. */
    private ErrorFigures after() {
        return ErrorFigures.of(unseen, crossed(CENTRAL));
    }

    private Function<SampledLine, Count> crossed(int share) {
        InputCorrection first = correction(SampledLine::isFirstHalf);
        InputCorrection second = correction(line -> !line.isFirstHalf());
        return line -> (line.isFirstHalf() ? second : first).interval(line.parts(), share);
    }

    private InputCorrection correction(Predicate<SampledLine> half) {
        return new InputCorrection(
                factors, fit.bounds(unseen.stream().filter(half).toList()));
    }

    private long notAbove() {
        var interval = crossed(CHECKED);
        List<SampledLine> held = unseen.stream()
                .filter(line -> line.truth() <= interval.apply(line).high())
                .toList();
        return LineSample.count(held) * MILLION / LineSample.count(unseen);
    }

    private long outliers(InputBounds bounds) {
        return LineSample.count(
                all.stream().filter(line -> isOutlier(line, bounds)).toList());
    }

    private boolean isOutlier(SampledLine line, InputBounds bounds) {
        long predicted = factors.apply(line.parts()).total();
        Long usual = bounds.usual(line.parts(), predicted);
        return usual != null && Math.abs(BoundsFit.score(line.truth(), predicted, usual)) > OUTLIER;
    }

    /** From the earlier half of the lines to the later, of all or of a kind of prompts, whichever moved most. */
    private @Nullable Long change() {
        List<SampledLine> dated =
                new ArrayList<>(all.stream().filter(line -> line.day() != null).toList());
        dated.sort(Comparator.comparing(line -> Objects.requireNonNull(line.day())));
        if (dated.isEmpty()
                || Objects.equals(
                        dated.get(0).day(), dated.get(dated.size() - 1).day())) {
            return null;
        }
        List<SampledLine> early = dated.subList(0, dated.size() / 2);
        List<SampledLine> late = dated.subList(dated.size() / 2, dated.size());
        return Stream.concat(
                        Stream.of(moved(early, late)),
                        dated.stream()
                                .map(line -> line.parts().kind())
                                .distinct()
                                .sorted()
                                .map(kind -> moved(of(kind, early), of(kind, late))))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Math::abs))
                .orElse(null);
    }

    private static List<SampledLine> of(String kind, List<SampledLine> lines) {
        return lines.stream().filter(line -> line.parts().kind().equals(kind)).toList();
    }

    /** By how much the middle deviation did; null if that is little, or no more than four standard errors. */
    private @Nullable Long moved(List<SampledLine> early, List<SampledLine> late) {
        long before = LineSample.count(early);
        long after = LineSample.count(late);
        if (before < FactorFit.LEAST_LINES || after < FactorFit.LEAST_LINES) {
            return null;
        }
        long change = middle(late) - middle(early);
        double variance = square(scatter(early)) / before + square(scatter(late)) / after;
        return Math.abs(change) < LEAST_CHANGE || square(change) < FOUR_ERRORS * variance ? null : change;
    }

    private static double square(double number) {
        return number * number;
    }

    private long middle(List<SampledLine> lines) {
        return WeightedValue.median(lines.stream()
                .map(line -> new WeightedValue(deviation(line), line.times()))
                .toList());
    }

    /** The median distance from the middle. */
    private long scatter(List<SampledLine> lines) {
        long middle = middle(lines);
        return WeightedValue.median(lines.stream()
                .map(line -> new WeightedValue(Math.abs(deviation(line) - middle), line.times()))
                .toList());
    }

    private long deviation(SampledLine line) {
        long predicted = factors.apply(line.parts()).total();
        return (line.truth() - predicted) * MILLION / predicted;
    }
}
