package smeta.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How often a request makes the model's seller search the web, as the seller publishes it.
 *
 * @param least    every request makes so many; 0 if it may make none
 * @param likely   of a request that searches
 * @param most     of one request; null if nothing bounds it
 * @param inFee    true if the fee of the request pays for them, whatever their number
 * @param depth    of the search where the request doesn't say: low, medium, high; null if it isn't published
 */
public record Searches(
        long least,
        long likely,
        @Nullable Long most,
        boolean inFee,
        @Nullable String depth,
        String source) {
    /** The same from a source of another key. */
    public Searches withSource(String other) {
        return new Searches(least, likely, most, inFee, depth, other);
    }
}
