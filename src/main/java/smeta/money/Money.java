package smeta.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in a currency. It adds, multiplies and compares, and never rounds; {@link Fraction#rounded} does,
 * once, at the edge.
 */
public record Money(Fraction amount, Currency currency) implements Comparable<Money> {
    public static Money of(String amount, String currency) {
        return new Money(Fraction.of(amount), Currency.getInstance(currency));
    }

    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(Fraction.of(amount), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(Fraction.ZERO, currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money plus(Money other) {
        same(other);
        return new Money(amount.plus(other.amount), currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money minus(Money other) {
        same(other);
        return new Money(amount.minus(other.amount), currency);
    }

    public Money times(Fraction factor) {
        return new Money(amount.times(factor), currency);
    }

    public Money times(long factor) {
        return new Money(amount.times(factor), currency);
    }

    public Money dividedBy(long number) {
        return new Money(amount.dividedBy(number), currency);
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** @throws IllegalArgumentException if the currencies differ: amounts in different currencies have no order */
    @Override
    public int compareTo(Money other) {
        same(other);
        return amount.compareTo(other.amount);
    }

    private void same(Money other) {
        if (!Currencies.same(currency, other.currency)) {
            throw new IllegalArgumentException(
                    "expected an amount in " + currency + ", found one in " + other.currency + "; convert it first");
        }
    }

    /** Currencies by their codes, whichever objects hold them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && amount.equals(money.amount) && Currencies.same(currency, money.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount, currency.getCurrencyCode());
    }

    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
