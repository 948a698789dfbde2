package smeta.estimate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.money.Money;

/**
 * Yes or no to one request for one model.
 *
 * @param reasons  why not, as stable codes; empty if it is allowed
 * @param notKnown what would have been a reason, had the caller not said that the unknown may pass
 * @param estimate null if the answer was certain before all was counted
 * @param hold     what to hold for the request: its cost at the deciding bound; null if it isn't known
 * @param limit    in the currency of the hold; null if none was given, or no currency is known for it
 * @param repair   what would pass; null if no reply cap would, or it passes already
 * @param certain  null if all was counted
 */
public record Check(
        Model model,
        String asked,
        Bound bound,
        List<String> reasons,
        List<String> notKnown,
        @Nullable Estimate estimate,
        @Nullable Money hold,
        @Nullable Money limit,
        @Nullable Repair repair,
        @Nullable Certain certain) {
    public Check {
        reasons = List.copyOf(reasons);
        notKnown = List.copyOf(notKnown);
    }

    public boolean allowed() {
        return reasons.isEmpty();
    }

    /**
     * @param limit        money, in the asked currency or else the price card's own; null for none
     * @param unknownPasses true if a price, a limit or an upper bound that nobody publishes is no reason to deny
     */
    public record Rules(@Nullable BigDecimal limit, boolean unknownPasses) {}

    /**
     * The largest reply cap with which the request passes: one token more and it does not.
     *
     * @param cost at the deciding bound; null if there is no price
     */
    public record Repair(long maxOutput, @Nullable Money cost) {}

    /** @param moreThan tokens that the text has for certain; counting stopped there */
    public record Certain(long moreThan) {}

    /** Another model with which the request passes. */
    public record Alternative(Estimate estimate, Money hold) {}
}
