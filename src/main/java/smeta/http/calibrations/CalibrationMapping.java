package smeta.http.calibrations;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smeta.calibration.Circumstances;
import smeta.calibration.CostComparison;
import smeta.calibration.Drift;
import smeta.calibration.ErrorFigures;
import smeta.calibration.InputBounds;
import smeta.calibration.InputCalibration;
import smeta.calibration.InputFactors;
import smeta.calibration.InputParts;
import smeta.calibration.LearntLength;
import smeta.calibration.ModelCalibration;
import smeta.calibration.RatioHistogram;

/** From what was learnt to the answer; whole numbers of a small unit become decimals. */
final class CalibrationMapping {
    private CalibrationMapping() {}

    static CalibratedModel model(ModelCalibration model) {
        return new CalibratedModel(
                model.model(),
                model.lines(),
                model.days() == null ? null : new CalibratedModel.Days(model.days().from(), model.days().to()),
                model.tokenizer(),
                model.framing(),
                model.input() == null ? null : input(model.input()),
                lengths(model.replies()),
                lengths(model.reasoning()),
                optional(model.cached(), 6),
                model.cost() == null ? null : cost(model.cost()));
    }

    static CalibrationAnswer.DriftOfModel drift(Drift drift) {
        return new CalibrationAnswer.DriftOfModel(
                drift.model(),
                drift.made(),
                drift.lines(),
                figures(drift.now()),
                drift.promised() == null ? null : figures(drift.promised()),
                drift.again());
    }

    private static CalibratedModel.Input input(InputCalibration input) {
        InputBounds bounds = input.correction().bounds();
        return new CalibratedModel.Input(
                input.lines(),
                input.outliers(),
                factors(input.correction().factors()),
                bounds == null ? null : bounds(bounds),
                figures(input.before()),
                input.after() == null ? null : figures(input.after()),
                optional(input.high(), 6),
                optional(input.change(), 6),
                new CalibratedModel.Ratios(
                        Objects.requireNonNull(ratios(input.bare())), ratios(input.fitted())));
    }

    private static @Nullable Map<String, Long> ratios(@Nullable RatioHistogram histogram) {
        if (histogram == null) {
            return null;
        }
        Map<String, Long> ratios = new LinkedHashMap<>();
        histogram.lines().forEach((least, lines) -> ratios.put(decimal(least, 3).toPlainString(), lines));
        return ratios;
    }

    private static CalibratedModel.Factors factors(InputFactors factors) {
        Map<String, BigDecimal> materials = new LinkedHashMap<>();
        factors.materials().forEach((material, factor) ->
                materials.put(InputParts.wireName(material), decimal(factor, 6)));
        return new CalibratedModel.Factors(
                decimal(factors.all(), 6),
                materials.isEmpty() ? null : materials,
                decimal(factors.perMessage(), 3),
                decimal(factors.perRequest(), 3),
                optional(factors.tools(), 6));
    }

    private static CalibratedModel.Bounds bounds(InputBounds bounds) {
        Map<String, BigDecimal> sizes = new LinkedHashMap<>();
        bounds.sizes().forEach((least, usual) -> sizes.put(least.toString(), decimal(usual, 6)));
        Map<String, BigDecimal> kinds = new LinkedHashMap<>();
        bounds.kinds().forEach((kind, factor) -> kinds.put(kind, decimal(factor, 3)));
        Map<String, BigDecimal> highs = new LinkedHashMap<>();
        bounds.highs().forEach((share, high) -> highs.put(InputBounds.shareName(share), decimal(high, 3)));
        return new CalibratedModel.Bounds(sizes, kinds, optional(bounds.low(), 3), highs);
    }

    static CalibrationAnswer.Figures figures(ErrorFigures figures) {
        return new CalibrationAnswer.Figures(
                decimal(figures.median(), 6),
                decimal(figures.p95(), 6),
                decimal(figures.inside(), 6),
                decimal(figures.width(), 6));
    }

    private static List<CalibratedModel.Length> lengths(List<LearntLength> lengths) {
        return lengths.stream().map(length -> {
            Circumstances when = length.when();
            return new CalibratedModel.Length(
                    when.effort(), when.tools(), when.cap(), length.lines(), length.p50(), length.p95());
        }).toList();
    }

    private static CalibratedModel.Cost cost(CostComparison cost) {
        return new CalibratedModel.Cost(
                cost.lines(), decimal(cost.p5(), 6), decimal(cost.p50(), 6), decimal(cost.p95(), 6), cost.finding());
    }

    private static @Nullable BigDecimal optional(@Nullable Long number, int decimals) {
        return number == null ? null : decimal(number, decimals);
    }

    /** Without trailing zeros, and never in powers of ten. */
    static BigDecimal decimal(long number, int decimals) {
        BigDecimal plain = BigDecimal.valueOf(number, decimals).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
