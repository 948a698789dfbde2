package smeta.media;

import smeta.meter.Count;

/**
 * A medium in tokens.
 *
 * @param tokens  low, likely, high
 * @param how     the formula with its numbers, such as {@code 85 + 4 × 170}; where something was assumed, it says what
 * @param bounded false where nothing published bounds it: {@code high} is then an assumption, and a decision that must
 *                not be too low may not rest on it
 */
public record Measured(Count tokens, String how, boolean bounded) {
    static Measured exact(long tokens, String how) {
        return new Measured(Count.exact(tokens), how, true);
    }

    static Measured between(long low, long likely, long high, String how) {
        return new Measured(Count.between(Math.min(low, likely), likely, Math.max(high, likely)), how, true);
    }

    static Measured unbounded(long low, long likely, long high, String how) {
        return new Measured(between(low, likely, high, how).tokens, how, false);
    }
}
