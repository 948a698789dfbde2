package smeta.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * How many units of {@code to} one unit of {@code from} costs on a day, as published.
 *
 * @param rate   positive
 * @param date   the day from which the rate is in effect, in its publisher's calendar
 * @param source who published it, for people
 */
public record ExchangeRate(Currency from, Currency to, BigDecimal rate, LocalDate date, String source) {
    public ExchangeRate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException(
                    "expected a positive rate for " + from + " to " + to + ", found " + rate);
        }
        if (Currencies.same(from, to)) {
            throw new IllegalArgumentException("expected two currencies, found " + from + " twice");
        }
    }

    /** Currencies by their codes, whichever objects hold them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ExchangeRate that
                && Currencies.same(from, that.from)
                && Currencies.same(to, that.to)
                && rate.equals(that.rate)
                && date.equals(that.date)
                && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from.getCurrencyCode(), to.getCurrencyCode(), rate, date, source);
    }

    /** Of two rates with the same key the later one replaces the earlier: from, to and day. */
    public List<Object> key() {
        return List.of(from.getCurrencyCode(), to.getCurrencyCode(), date);
    }
}
