package smeta.budget;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Bound;
import smeta.money.ExchangeRate;
import smeta.money.Fraction;
import smeta.money.Money;
import smeta.price.Note;

/**
 * What one workload costs on one model, month by month. Nothing is rounded.
 *
 * @param total          null if any month has no price
 * @param firstOver      the first month past the limit, or in which the plan's sum passes it; null if none does
 * @param requestsWithin the most requests a month (in all, if the limit is for all) that the limit pays for at the
 *                       dearest month's price; null without limit or price
 * @param exchange       the rates used
 */
public record BudgetPlan(
        Workload workload,
        Model model,
        List<Month> months,
        Fraction requests,
        @Nullable Cost total,
        @Nullable YearMonth firstOver,
        @Nullable BigInteger requestsWithin,
        List<ExchangeRate> exchange,
        List<Note> notes) {
    public BudgetPlan {
        months = List.copyOf(months);
        exchange = List.copyOf(exchange);
        notes = List.copyOf(notes);
    }

    /**
     * @param requests paid ones, retries included
     * @param cost     null if a part of the month has no price
     * @param cards    from which day which price card holds; more than one where prices change within the month
     * @param within   null without limit or price
     */
    public record Month(
            YearMonth month,
            Fraction requests,
            @Nullable Cost cost,
            List<Card> cards,
            @Nullable Boolean within) {}

    public record Card(LocalDate from, String label) {}

    public record Cost(Money low, Money likely, Money high) {
        public Money at(Bound bound) {
            return switch (bound) {
                case LOW -> low;
                case LIKELY -> likely;
                case HIGH -> high;
            };
        }

        public Cost plus(Cost other) {
            return new Cost(low.plus(other.low), likely.plus(other.likely), high.plus(other.high));
        }

        Cost times(Fraction factor) {
            return new Cost(low.times(factor), likely.times(factor), high.times(factor));
        }
    }

    /** Whether the whole plan is known to be within its limit. */
    public boolean isWithin() {
        return total != null && firstOver == null;
    }
}
