package smeta.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact rational number. It is a decimal ({@code divisor} 1) unless something was divided by a number that has other
 * prime factors than 2 and 5: a price per hour, an exchange rate read backwards. So nothing inside the program rounds.
 *
 * <p>In normal form: the divisor is positive, has no factor 2 or 5, and none in common with the numerator; the
 * numerator has no trailing zeros. So equal numbers are equal records.
 */
public record Fraction(BigDecimal numerator, BigInteger divisor) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(BigDecimal.ZERO);
    public static final Fraction ONE = of(BigDecimal.ONE);

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    public Fraction {
        if (divisor.signum() <= 0) {
            throw new IllegalArgumentException("expected a positive divisor, found " + divisor);
        }
        numerator = numerator.signum() == 0 ? BigDecimal.ZERO : numerator.stripTrailingZeros();
        if (!divisor.equals(BigInteger.ONE)) {
            int twos = divisor.getLowestSetBit();
            divisor = divisor.shiftRight(twos);
            int fives = 0;
            for (BigInteger[] parts = divisor.divideAndRemainder(FIVE);
                    parts[1].signum() == 0;
                    parts = divisor.divideAndRemainder(FIVE)) {
                divisor = parts[0];
                fives++;
            }
            // 1/2 = 5/10 and 1/5 = 2/10: what a decimal can hold moves into the numerator
            BigInteger unscaled =
                    numerator.unscaledValue().multiply(FIVE.pow(twos)).multiply(BigInteger.ONE.shiftLeft(fives));
            BigInteger common = unscaled.gcd(divisor);
            divisor = unscaled.signum() == 0 ? BigInteger.ONE : divisor.divide(common);
            unscaled = unscaled.signum() == 0 ? unscaled : unscaled.divide(common);
            numerator = new BigDecimal(unscaled, numerator.scale() + twos + fives);
            numerator = numerator.signum() == 0 ? BigDecimal.ZERO : numerator.stripTrailingZeros();
        }
    }

    public static Fraction of(BigDecimal value) {
        return new Fraction(value, BigInteger.ONE);
    }

    public static Fraction of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    public static Fraction of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    public boolean isDecimal() {
        return divisor.equals(BigInteger.ONE);
    }

    public int signum() {
        return numerator.signum();
    }

    public Fraction plus(Fraction other) {
        if (divisor.equals(other.divisor)) {
            return new Fraction(numerator.add(other.numerator), divisor);
        }
        return new Fraction(
                numerator
                        .multiply(new BigDecimal(other.divisor))
                        .add(other.numerator.multiply(new BigDecimal(divisor))),
                divisor.multiply(other.divisor));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.divisor));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), divisor.multiply(other.divisor));
    }

    public Fraction times(long factor) {
        return new Fraction(numerator.multiply(BigDecimal.valueOf(factor)), divisor);
    }

    /** @throws ArithmeticException for a division by zero */
    public Fraction dividedBy(Fraction other) {
        if (other.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger by = other.numerator.unscaledValue();
        BigDecimal top = numerator.multiply(new BigDecimal(other.divisor)).scaleByPowerOfTen(other.numerator.scale());
        return new Fraction(by.signum() < 0 ? top.negate() : top, divisor.multiply(by.abs()));
    }

    public Fraction dividedBy(long number) {
        return dividedBy(of(number));
    }

    /** Half-up to that many decimals: the only place where the program rounds. */
    public BigDecimal rounded(int scale) {
        return numerator.divide(new BigDecimal(divisor), scale, RoundingMode.HALF_UP);
    }

    /** The largest whole number that is not above this one. */
    public BigInteger floor() {
        return numerator.divide(new BigDecimal(divisor), 0, RoundingMode.FLOOR).toBigIntegerExact();
    }

    @Override
    public int compareTo(Fraction other) {
        if (divisor.equals(other.divisor)) {
            return numerator.compareTo(other.numerator);
        }
        return numerator
                .multiply(new BigDecimal(other.divisor))
                .compareTo(other.numerator.multiply(new BigDecimal(divisor)));
    }

    // written out: see docs/architecture.md on records in a native image
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fraction that && numerator.equals(that.numerator) && divisor.equals(that.divisor);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + divisor.hashCode();
    }

    @Override
    public String toString() {
        return isDecimal() ? numerator.toPlainString() : numerator.toPlainString() + "/" + divisor;
    }
}
