package smeta.http;

import java.math.BigDecimal;

/** Stages of an answer for the {@code Server-Timing} header, in milliseconds. */
final class Timing {
    private final StringBuilder header = new StringBuilder();
    private long since = System.nanoTime();

    /** Ends a stage. */
    void lap(String stage) {
        long now = System.nanoTime();
        add(stage, now - since);
        since = now;
    }

    /** Ends a stretch in which two stages took turns, one of which was measured by itself. */
    void split(String measured, long nanos, String rest) {
        long now = System.nanoTime();
        add(measured, nanos);
        add(rest, Math.max(0, now - since - nanos));
        since = now;
    }

    private void add(String stage, long nanos) {
        header.append(header.isEmpty() ? "" : ", ").append(stage).append(";dur=").append(BigDecimal.valueOf(nanos / 1000, 3).toPlainString());
    }

    @Override
    public String toString() {
        return header.toString();
    }
}
