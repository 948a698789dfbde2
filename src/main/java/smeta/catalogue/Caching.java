package smeta.catalogue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * From which size on a model's seller writes a prompt to its cache, at the price of a write.
 *
 * @param minimum    tokens of the shortest prefix that is written, as the seller publishes it; a shorter one costs what
 *                   input does, even if it is marked
 * @param surelyFrom tokens of the shortest prefix that was seen to be written; more than the minimum where measurements
 *                   and the page differ
 * @param unasked    how long what is written without a mark is kept; null if only what is marked is written
 */
public record Caching(
        long minimum, long surelyFrom, @Nullable Duration unasked, String source) {
    /** The same from sources of other keys. */
    public Caching withSource(String other) {
        return new Caching(minimum, surelyFrom, unasked, other);
    }
}
