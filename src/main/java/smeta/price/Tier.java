package smeta.price;

import org.jspecify.annotations.Nullable;

/**
 * Rates that replace the base once a size passes a threshold.
 *
 * @param threshold   in tokens
 * @param inclusive   true if the threshold itself belongs to the tier ("at least"), false for "above"
 * @param outputAbove besides, the reply must be longer than so many tokens; null if its length doesn't matter
 */
public record Tier(
        long threshold,
        boolean inclusive,
        Rates rates,
        @Nullable Long outputAbove) {
    public Tier(long threshold, boolean inclusive, Rates rates) {
        this(threshold, inclusive, rates, null);
    }

    public boolean contains(long tokens) {
        return inclusive ? tokens >= threshold : tokens > threshold;
    }

    /** Whether a request of that size, with a reply of that length, is billed at this tier or a later one. */
    boolean contains(long tokens, long replyTokens) {
        return contains(tokens) && (outputAbove == null || replyTokens > outputAbove);
    }

    /** The smallest size that is billed at this tier. */
    public long first() {
        return inclusive ? threshold : threshold + 1;
    }

    Tier withRates(Rates others) {
        return new Tier(threshold, inclusive, others, outputAbove);
    }

    /** What is compared with the threshold. */
    public enum Dimension {
        PROMPT_TOKENS,
        OUTPUT_TOKENS,
        TOTAL_TOKENS
    }
}
