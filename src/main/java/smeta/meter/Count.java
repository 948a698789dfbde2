package smeta.meter;

/**
 * How much of something there is: {@code 0 <= low <= likely <= high}, in whole units of the thing (tokens, images,
 * milliseconds). Exact when all three agree.
 */
public record Count(long low, long likely, long high) {
    public static final Count ZERO = exact(0);

    public Count {
        if (low < 0 || likely < low || high < likely) {
            throw new IllegalArgumentException(
                    "expected 0 <= low <= likely <= high, found " + low + ", " + likely + ", " + high);
        }
    }

    public static Count exact(long quantity) {
        return new Count(quantity, quantity, quantity);
    }

    public static Count between(long low, long likely, long high) {
        return new Count(low, likely, high);
    }

    public boolean isExact() {
        return low == high;
    }

    public boolean isZero() {
        return high == 0;
    }

    /** @throws ArithmeticException past {@link Long#MAX_VALUE} */
    public Count plus(Count other) {
        return new Count(
                Math.addExact(low, other.low), Math.addExact(likely, other.likely), Math.addExact(high, other.high));
    }

    /** @throws ArithmeticException past {@link Long#MAX_VALUE} */
    public Count times(long factor) {
        return new Count(
                Math.multiplyExact(low, factor), Math.multiplyExact(likely, factor), Math.multiplyExact(high, factor));
    }

    @Override
    public String toString() {
        return isExact() ? Long.toString(likely) : low + "…" + likely + "…" + high;
    }
}
