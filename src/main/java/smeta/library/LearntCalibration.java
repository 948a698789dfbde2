package smeta.library;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from a log of calls and what the sellers reported of them: no text, and numbers about at least 20
 * lines each.
 *
 * @param read     lines that came
 * @param used     lines that were learnt from
 * @param problems lines that weren't, by the reason
 * @param tooFew   models with too few lines to say anything
 * @param file     as JSON, which is also YAML: saved in a folder it is what {@link Smeta#calibrated} and a service's
 *                 {@code smeta.calibrations.folder} read
 */
public record LearntCalibration(
        long read, long used, Map<String, Long> problems, List<String> tooFew, List<OfModel> models, String file) {
    /**
     * How good estimates of the prompt are, on lines that took no part in the fit; all shares in percent, null if too few
     * lines tell.
     *
     * @param before median deviation of the bare estimate
     * @param after  median deviation of the corrected one
     * @param inside lines within the bounds for 95 %
     */
    public record OfModel(
            String model,
            long lines,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable BigDecimal inside) {}

    public LearntCalibration {
        problems = Collections.unmodifiableMap(new TreeMap<>(problems));
        tooFew = List.copyOf(tooFew);
        models = List.copyOf(models);
    }
}
