package smeta.price;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.Money;

/**
 * What a usage costs on a card, line by line, with bounds: {@code low <= likely <= high}. The totals are the exact sums
 * of the priced lines, less the discounts.
 *
 * @param discounts what was taken off, and of which list price; at most one for each seller whose lines are here
 * @param unpriced meters of the usage for which the card has no rate and no fallback: with any, the bill is incomplete
 * @param tier     the tier of the likely usage, and how far away the next one is
 */
public record Bill(
        Currency currency,
        List<Line> lines,
        List<Reduction> discounts,
        Money low,
        Money likely,
        Money high,
        List<Meter> unpriced,
        @Nullable AppliedTier tier,
        List<Note> notes) {
    public Bill {
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
        unpriced = List.copyOf(unpriced);
        notes = List.copyOf(notes);
    }

    /**
     * Both together, with this one's tier.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Bill plus(Bill more) {
        List<Line> allLines = new ArrayList<>(lines);
        allLines.addAll(more.lines);
        List<Reduction> allDiscounts = new ArrayList<>(discounts);
        allDiscounts.addAll(more.discounts);
        List<Meter> allUnpriced = new ArrayList<>(unpriced);
        allUnpriced.addAll(more.unpriced);
        List<Note> allNotes = new ArrayList<>(notes);
        allNotes.addAll(more.notes);
        return new Bill(
                currency,
                allLines,
                allDiscounts,
                low.plus(more.low),
                likely.plus(more.likely),
                high.plus(more.high),
                allUnpriced.stream().distinct().toList(),
                tier,
                allNotes.stream().distinct().toList());
    }

    /** The same with so much off its totals. */
    Bill reducedBy(Discount discount) {
        Reduction reduction = new Reduction(discount, low, likely, high);
        List<Reduction> all = new ArrayList<>(discounts);
        all.add(reduction);
        return new Bill(
                currency,
                lines,
                all,
                low.minus(discount.off(low)),
                likely.minus(reduction.amount()),
                high.minus(discount.off(high)),
                unpriced,
                tier,
                notes);
    }

    public boolean isComplete() {
        return unpriced.isEmpty();
    }

    /**
     * A line. The amounts are null where there is no rate.
     *
     * @param rate the rate of the likely usage, after tier, time of day, service and place
     * @param from the meter whose rate was borrowed, if it isn't the line's own
     */
    public record Line(
            Item item,
            @Nullable Rate rate,
            @Nullable Meter from,
            @Nullable Money low,
            @Nullable Money likely,
            @Nullable Money high) {}

    /**
     * A discount and the list price that it is taken off, at its bounds.
     *
     * @param likely the list price of the likely usage
     */
    public record Reduction(Discount discount, Money low, Money likely, Money high) {
        /** What is taken off the likely list price. */
        public Money amount() {
            return discount.off(likely);
        }
    }

    /**
     * @param threshold of the tier that applied; null below the first
     * @param size      the likely size that was compared with it
     * @param next      the smallest size of the next tier; null in the last
     * @param certain   false if the bounds of the size reach into another tier
     * @param outputAbove the length of the reply that had to be passed too; null if it doesn't matter
     */
    public record AppliedTier(
            Tier.Dimension dimension,
            @Nullable Long threshold,
            long size,
            @Nullable Long next,
            boolean certain,
            @Nullable Long outputAbove) {
        public AppliedTier(
                Tier.Dimension dimension, @Nullable Long threshold, long size, @Nullable Long next, boolean certain) {
            this(dimension, threshold, size, next, certain, null);
        }
    }
}
