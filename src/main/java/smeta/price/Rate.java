package smeta.price;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import smeta.meter.Meter;
import smeta.money.Currencies;
import smeta.money.Fraction;
import smeta.money.Money;

/**
 * A price per so many units of a meter, as published: {@code 3.91 RUB / 1K tokens} is price 3.91, per 1,000. It
 * multiplies first and divides last, exactly.
 *
 * @param price not negative; zero means free
 * @param per   units of the meter that the price buys; positive
 */
public record Rate(Meter meter, BigDecimal price, Currency currency, long per) {
    public Rate {
        if (price.signum() < 0) {
            throw new IllegalArgumentException("expected a price of 0 or more, found " + price);
        }
        if (per <= 0) {
            throw new IllegalArgumentException("expected a positive number of units, found " + per);
        }
    }

    /** What so many counts of the meter cost (milliseconds for a meter of seconds). */
    public Money of(long count) {
        return new Money(
                Fraction.of(price)
                        .times(count)
                        .dividedBy(Math.multiplyExact(per, meter.unit().countsPerUnit())),
                currency);
    }

    /** The price of one unit. */
    public Fraction perUnit() {
        return Fraction.of(price).dividedBy(per);
    }

    public boolean isFree() {
        return price.signum() == 0;
    }

    /** The same rate for a meter that borrows it. */
    Rate forMeter(Meter other) {
        return other == meter ? this : new Rate(other, price, currency, per);
    }

    Rate times(BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0 ? this : new Rate(meter, price.multiply(factor), currency, per);
    }

    /** Currencies by their codes, whichever objects hold them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Rate rate
                && meter == rate.meter
                && per == rate.per
                && price.equals(rate.price)
                && Currencies.same(currency, rate.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(meter.name(), price, currency.getCurrencyCode(), per);
    }

    @Override
    public String toString() {
        return price.toPlainString() + " " + currency + " / " + (per == 1 ? "" : per + " ")
                + meter.unit().wireName();
    }
}
