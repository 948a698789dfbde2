package smeta.calibration;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What the lines of one model add up to, in memory that doesn't grow with them and in whatever order they come. */
final class ModelLearner {
    /** Different lines that are kept for the fit, as numbers. */
    private static final int SAMPLE = 4096;

    private final String model;
    private final LineSample sample = new LineSample(SAMPLE);
    private final LengthsByCircumstance replies = new LengthsByCircumstance();
    private final LengthsByCircumstance reasoning = new LengthsByCircumstance();
    private final LogHistogram costs = LogHistogram.ofShares();
    private String tokenizer = "";
    private String framing = "";
    private @Nullable DayRange days;
    private long lines;
    private long prompts;
    private long cached;

    ModelLearner(String model) {
        this.model = model;
    }

    void add(Observation line) {
        lines++;
        tokenizer = line.tokenizer();
        framing = line.framing();
        days = DayRange.with(days, line.day());
        prompts = Math.addExact(prompts, line.truth());
        cached = Math.addExact(cached, line.cached());
        if (line.parts() != null) {
            Integer day = line.day() == null ? null : (int) line.day().toEpochDay();
            sample.add(new SampledLine(line.key(), 1, day, line.truth(), line.parts()));
        }
        if (line.reply() != null) {
            replies.add(line.when(), line.reply());
        }
        if (line.reasoning() != null) {
            reasoning.add(line.when(), line.reasoning());
        }
        if (line.cost() != null) {
            costs.add(line.cost());
        }
    }

    String model() {
        return model;
    }

    long lines() {
        return lines;
    }

    ModelCalibration learnt() {
        boolean enough = lines >= FactorFit.LEAST_LINES;
        return new ModelCalibration(
                model,
                lines,
                days,
                tokenizer,
                framing,
                InputFit.of(sample.lines()),
                replies.learnt(),
                reasoning.learnt(),
                enough && prompts > 0 ? share(cached, prompts) : null,
                costs.count() < FactorFit.LEAST_LINES
                        ? null
                        : new CostComparison(
                                costs.count(), costs.percentile(5), costs.percentile(50), costs.percentile(95)));
    }

    @Nullable
    Drift against(Calibrations.InUse used) {
        return Drift.of(used, sample.lines());
    }

    /** In millionths; sums of a million lines of a billion tokens still fit. */
    private static long share(long part, long whole) {
        return BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(1_000_000))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
