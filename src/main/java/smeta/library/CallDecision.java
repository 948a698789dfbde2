package smeta.library;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Check;

/**
 * Yes or no to one call, taken on the upper bounds.
 *
 * @param reasons        why not, as stable codes: {@code over_limit}, {@code over_context}, {@code no_price}, …; empty
 *                       if it is allowed
 * @param hold           the most that the call may cost: what to hold for it; null if that isn't known
 * @param currency       of the hold; null with it
 * @param wouldFitOutput the largest cap on the reply, in tokens, with which the call would pass; null if it passes
 *                       already or no cap would help
 * @param estimate       what the decision stands on
 */
public record CallDecision(
        boolean allowed,
        List<String> reasons,
        @Nullable BigDecimal hold,
        @Nullable String currency,
        @Nullable Long wouldFitOutput,
        CallEstimate estimate) {
    public CallDecision {
        reasons = List.copyOf(reasons);
    }

    static CallDecision of(Check check) {
        return new CallDecision(
                check.allowed(),
                check.reasons(),
                check.hold() == null ? null : CostRange.rounded(check.hold()),
                check.hold() == null ? null : check.hold().currency().getCurrencyCode(),
                check.repair() == null ? null : check.repair().maxOutput(),
                CallEstimate.of(java.util.Objects.requireNonNull(check.estimate(), "all was counted")));
    }
}
