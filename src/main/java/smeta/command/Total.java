package smeta.command;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.library.CallEstimate;
import smeta.library.CostRange;

/** A sum of estimates. What one of them doesn't know, the sum doesn't know. */
final class Total {
    private static final Set<String> MISFITS = new TreeSet<>(Set.of("tight", "over", "unsupported"));

    long lines;
    long input;
    long misfits;
    private BigDecimal likely = BigDecimal.ZERO;
    private BigDecimal high = BigDecimal.ZERO;
    private boolean priced = true;
    private boolean bounded = true;
    private @Nullable String currency;

    void add(CallEstimate one) {
        lines++;
        input = Math.addExact(input, one.input().likely());
        misfits += MISFITS.contains(one.verdict()) ? 1 : 0;
        CostRange cost = one.cost();
        if (cost == null || !cost.isComplete() || currency != null && !currency.equals(cost.currency())) {
            priced = false;
            return;
        }
        currency = cost.currency();
        likely = likely.add(cost.likely());
        bounded &= cost.high() != null;
        high = cost.high() == null ? high : high.add(cost.high());
    }

    /** Null if one of them has no price, or prices are in several currencies. */
    @Nullable
    BigDecimal likely() {
        return priced ? likely : null;
    }

    @Nullable
    BigDecimal high() {
        return priced && bounded ? high : null;
    }

    String currency() {
        return currency == null ? "" : currency;
    }
}
