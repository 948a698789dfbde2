package smeta.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Bound;

/**
 * What a plan is made over.
 *
 * @param start    its first day; the first month is that day's calendar month, from that day on
 * @param months   calendar months, 1 to 60
 * @param limit    null for none
 * @param perMonth true if the limit holds for every month, false for the whole plan
 * @param currency of the plan and the limit; null for the price card's own
 * @param rateDay  whose exchange rate is used for all months: nobody knows a later one
 * @param bound    what is compared with the limit
 */
public record PlanTerms(
        LocalDate start,
        int months,
        @Nullable BigDecimal limit,
        boolean perMonth,
        @Nullable Currency currency,
        LocalDate rateDay,
        Bound bound) {
    public PlanTerms {
        if (months < 1 || months > 60) {
            throw new IllegalArgumentException("expected 1 to 60 months, found " + months);
        }
    }
}
