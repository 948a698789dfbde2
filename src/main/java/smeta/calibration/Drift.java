package smeta.calibration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a calibration in use fits lines that came after it.
 *
 * @param made     when the calibration was made
 * @param lines    of the prompts that were looked at
 * @param now      with the calibration, on these lines
 * @param promised on the lines with which it was made; null if it has no bounds
 * @param again    whether the model should be calibrated again
 */
public record Drift(
        String model,
        LocalDate made,
        long lines,
        ErrorFigures now,
        @Nullable ErrorFigures promised,
        boolean again) {
    private static final int CENTRAL = 975;
    /** Of 95 % that were promised, so many millionths less is more than chance from 300 lines on. */
    private static final long LEAST_INSIDE = 920_000;

    static @Nullable Drift of(Calibrations.InUse used, List<SampledLine> lines) {
        InputCalibration input = used.model().input();
        if (input == null || LineSample.count(lines) < FactorFit.LEAST_LINES) {
            return null;
        }
        ErrorFigures now = ErrorFigures.of(lines, line -> input.correction().interval(line.parts(), CENTRAL));
        ErrorFigures promised = input.after();
        boolean wider = promised != null && now.median() > 2 * promised.median() + 5_000;
        return new Drift(
                used.model().model(),
                used.made(),
                LineSample.count(lines),
                now,
                promised,
                now.inside() < LEAST_INSIDE || wider);
    }
}
