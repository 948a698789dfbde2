package smeta.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

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
        if (from.equals(to)) {
            throw new IllegalArgumentException("expected two currencies, found " + from + " twice");
        }
    }
}
