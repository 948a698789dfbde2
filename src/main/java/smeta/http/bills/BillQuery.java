package smeta.http.bills;

import org.jspecify.annotations.Nullable;
import smeta.estimate.UsagePricer;
import smeta.usage.Convention;

/**
 * What the query of a bill says. The words are those of estimates.
 *
 * @param asked      on which terms
 * @param dayGiven   whether the query names the day; else an answer's own counts
 * @param model      for answers that name none
 * @param convention of the usage; null to recognise it
 * @param scale      decimals of the total; null for all of them
 * @param seller     whose names come in
 */
record BillQuery(
        UsagePricer.Asked asked,
        boolean dayGiven,
        @Nullable String model,
        @Nullable Convention convention,
        @Nullable Integer scale,
        boolean sources,
        @Nullable String seller) {
    /** The terms of a bill, at the time of its answer unless the query names the day. */
    UsagePricer.Asked terms(BillBody body) {
        return dayGiven || body.moment() == null ? asked : asked.at(body.moment());
    }
}
