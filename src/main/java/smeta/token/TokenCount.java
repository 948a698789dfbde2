package smeta.token;

/**
 * A number of tokens with its bounds: {@code 0 <= low <= likely <= high}; exact when all three agree and the precision
 * says so.
 */
public record TokenCount(long low, long likely, long high, Precision precision) {
    public static final TokenCount ZERO = exact(0);

    public TokenCount {
        if (low < 0 || likely < low || high < likely) {
            throw new IllegalArgumentException(
                    "expected 0 <= low <= likely <= high, found " + low + ", " + likely + ", " + high);
        }
    }

    public static TokenCount exact(long tokens) {
        return new TokenCount(tokens, tokens, tokens, Precision.EXACT);
    }

    /** @throws ArithmeticException past {@link Long#MAX_VALUE} */
    public TokenCount plus(TokenCount other) {
        return new TokenCount(
                Math.addExact(low, other.low),
                Math.addExact(likely, other.likely),
                Math.addExact(high, other.high),
                precision.and(other.precision));
    }
}
