package smeta.media;

/**
 * A picture's size in pixels, each side from 1 to 2³¹. Orientation doesn't matter to any rule here: a picture that is
 * to be turned by a quarter (EXIF, HEIF {@code irot}) counts the same either way round.
 */
public record Pixels(long width, long height) {
    static final long LARGEST_SIDE = 1L << 31;

    /** Where counts stop growing: past any context, far from overflow when many are added. */
    static final long MOST_TOKENS = 1L << 50;

    /**
     * The size that rules take as likely where it isn't known. An assumption of ours, shown in {@link Measured#how()}.
     */
    public static final Pixels ASSUMED = new Pixels(1024, 1024);

    /** @throws IllegalArgumentException if a side is not in 1…2³¹ */
    public Pixels {
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new IllegalArgumentException(
                    "expected sides of 1 to 2147483648 pixels, found " + width + "x" + height);
        }
    }

    long longer() {
        return Math.max(width, height);
    }

    long shorter() {
        return Math.min(width, height);
    }

    /** At most 2⁶², so it never overflows. */
    long area() {
        return width * height;
    }

    /** Both sides by {@code numerator / denominator}, rounded half up, at least 1. */
    Pixels scaled(long numerator, long denominator) {
        return new Pixels(scaled(width, numerator, denominator), scaled(height, numerator, denominator));
    }

    /** Shrinks to a longer side of at most {@code side}; never enlarges. */
    Pixels within(long side) {
        return longer() <= side ? this : scaled(side, longer());
    }

    private static long scaled(long side, long numerator, long denominator) {
        return Math.max(1, (2 * side * numerator + denominator) / (2 * denominator));
    }

    static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** A product that stops at {@link #MOST_TOKENS} instead of overflowing. Neither factor is negative. */
    static long product(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? MOST_TOKENS : Math.min(MOST_TOKENS, a * b);
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
