package smeta.library;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Estimate;
import smeta.meter.Meter;
import smeta.money.Money;

/**
 * An amount of money with its bounds: low ≤ likely ≤ high. Computed exactly and rounded once, half-up, to
 * {@value #DECIMALS} decimals; trailing zeros are dropped.
 *
 * @param currency ISO 4217: the one that was asked for, else the seller's
 * @param high     null if nothing bounds it
 * @param unpriced what is billed and has no known price, by its meter; the amounts leave it out
 */
public record CostRange(
        String currency,
        BigDecimal low,
        BigDecimal likely,
        @Nullable BigDecimal high,
        List<String> unpriced) {
    /** Enough for a cost of a single token at every published price. */
    public static final int DECIMALS = 12;

    public CostRange {
        unpriced = List.copyOf(unpriced);
    }

    /** False if something is billed whose price is not known: then no amount here is the whole cost. */
    public boolean isComplete() {
        return unpriced.isEmpty();
    }

    static CostRange of(Estimate.Cost cost, boolean bounded, List<String> unmetered) {
        return new CostRange(
                cost.likely().currency().getCurrencyCode(),
                rounded(cost.low()),
                rounded(cost.likely()),
                bounded ? rounded(cost.high()) : null,
                java.util.stream.Stream.concat(cost.bill().unpriced().stream().map(Meter::wireName), unmetered.stream())
                        .toList());
    }

    static BigDecimal rounded(Money money) {
        BigDecimal rounded = money.amount().rounded(DECIMALS);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
