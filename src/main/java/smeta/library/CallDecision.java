package smeta.library;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Check;
import smeta.money.Money;

/**
 * Yes or no to one call, taken on the upper bounds.
 *
 * @param reasons        why not, as stable codes: {@code over_limit}, {@code over_context}, {@code no_price}, …; empty
 *                       if it is allowed
 * @param hold           the most that the call may cost: what to hold for it; null if that isn't known
 * @param currency       of the hold and of what it would cost; null if neither is known
 * @param wouldFitOutput the largest cap on the reply, in tokens, with which the call would pass; null if it passes
 *                       already or no cap would help
 * @param wouldCost      the most that the call may cost with that cap, in the same currency; null if there is no such cap or
 *                       no price
 * @param estimate       what the decision stands on
 */
public record CallDecision(
        boolean allowed,
        List<String> reasons,
        @Nullable BigDecimal hold,
        @Nullable String currency,
        @Nullable Long wouldFitOutput,
        @Nullable BigDecimal wouldCost,
        CallEstimate estimate) {
    public CallDecision {
        reasons = List.copyOf(reasons);
    }

    static CallDecision of(Check check) {
        Check.Repair repair = check.repair();
        Money repaired = repair == null ? null : repair.cost();
        return new CallDecision(
                check.allowed(),
                check.reasons(),
                check.hold() == null ? null : CostRange.rounded(check.hold()),
                check.hold() != null ? code(check.hold()) : repaired == null ? null : code(repaired),
                repair == null ? null : repair.maxOutput(),
                repaired == null ? null : CostRange.rounded(repaired),
                CallEstimate.of(java.util.Objects.requireNonNull(check.estimate(), "all was counted")));
    }

    private static String code(Money money) {
        return money.currency().getCurrencyCode();
    }
}
