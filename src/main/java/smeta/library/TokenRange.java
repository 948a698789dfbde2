package smeta.library;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;
import smeta.token.Precision;

/**
 * A number of tokens with its bounds: low ≤ likely ≤ high.
 *
 * @param high      null if nothing bounds it: unknown is no number
 * @param precision {@code exact}: the model's own vocabulary and documented framing; {@code estimated}: bounds that
 *                  hold for a stated reason; {@code bound}: only an upper bound is known;
 *                  {@code assumed}: a reply, which nobody can count before it is there
 */
public record TokenRange(long low, long likely, @Nullable Long high, String precision) {
    static TokenRange of(Count count, boolean bounded, Precision precision) {
        return new TokenRange(
                count.low(),
                count.likely(),
                bounded ? count.high() : null,
                precision.name().toLowerCase(Locale.ROOT));
    }

    static TokenRange assumed(Count count, boolean bounded) {
        return new TokenRange(count.low(), count.likely(), bounded ? count.high() : null, "assumed");
    }
}
