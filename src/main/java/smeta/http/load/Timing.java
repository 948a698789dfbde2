package smeta.http.load;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stages of an answer for the {@code Server-Timing} header, in milliseconds. */
public final class Timing {
    private final Map<String, Long> stages = new LinkedHashMap<>();
    private long since = System.nanoTime();

    /** Ends a stage. */
    public void lap(String stage) {
        long now = System.nanoTime();
        stages.merge(stage, now - since, Long::sum);
        since = now;
    }

    /** Ends a stretch in which two stages took turns, one of which was measured by itself. */
    public void split(String measured, long nanos, String rest) {
        long now = System.nanoTime();
        stages.merge(measured, nanos, Long::sum);
        stages.merge(rest, Math.max(0, now - since - nanos), Long::sum);
        since = now;
    }

    /** Nanoseconds of each stage, in order. */
    public Map<String, Long> stages() {
        return stages;
    }

    @Override
    public String toString() {
        StringBuilder header = new StringBuilder();
        stages.forEach((stage, nanos) -> header.append(header.isEmpty() ? "" : ", ")
                .append(stage)
                .append(";dur=")
                .append(BigDecimal.valueOf(nanos / 1000, 3).toPlainString()));
        return header.toString();
    }
}
