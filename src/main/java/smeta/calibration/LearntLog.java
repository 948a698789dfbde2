package smeta.calibration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from a log.
 *
 * @param read     lines that came
 * @param used     lines that were learnt from
 * @param problems lines that weren't, by the reason
 * @param tooFew   models with fewer than 20 lines, of which nothing is said
 */
public record LearntLog(
        long read, long used, Map<String, Long> problems, List<String> tooFew, List<ModelCalibration> models) {
    public LearntLog {
        problems = Collections.unmodifiableMap(new TreeMap<>(problems));
        tooFew = List.copyOf(tooFew);
        models = List.copyOf(models);
    }

    /** Share of all models' lines within the bounds for 95 %, in millionths; null if no model has bounds. */
    public @Nullable Long coverage() {
        long lines = 0;
        long inside = 0;
        for (ModelCalibration model : models) {
            InputCalibration input = model.input();
            if (input != null && input.after() != null) {
                lines += input.lines();
                inside = Math.addExact(
                        inside, Math.multiplyExact(input.lines(), input.after().inside()));
            }
        }
        return lines == 0 ? null : inside / lines;
    }
}
