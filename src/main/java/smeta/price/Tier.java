package smeta.price;

/**
 * Rates that replace the base once a size passes a threshold.
 *
 * @param threshold in tokens
 * @param inclusive true if the threshold itself belongs to the tier ("at least"), false for "above"
 */
public record Tier(long threshold, boolean inclusive, Rates rates) {
    public boolean contains(long tokens) {
        return inclusive ? tokens >= threshold : tokens > threshold;
    }

    /** The smallest size that is billed at this tier. */
    public long first() {
        return inclusive ? threshold : threshold + 1;
    }

    /** What is compared with the threshold. */
    public enum Dimension {
        PROMPT_TOKENS, OUTPUT_TOKENS, TOTAL_TOKENS
    }
}
