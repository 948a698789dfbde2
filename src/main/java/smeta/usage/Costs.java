package smeta.usage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What sellers say a call cost, in their own fields. */
final class Costs {
    /** xAI's unit: ten thousand million ticks are a dollar (xAI, reference of the response's usage, 2026). */
    private static final int TICK_DECIMALS = 10;
    /** More decimals than any seller bills. */
    private static final int MOST_DECIMALS = 30;

    private Costs() {}

    static @Nullable ReportedCost of(Fields fields, String key, @Nullable String currency) {
        BigDecimal amount = fields.amount(key);
        if (amount == null) {
            return null;
        }
        if (amount.scale() > MOST_DECIMALS) {
            throw fields.bad(
                    key,
                    "wrong_type",
                    "The cost has more than " + MOST_DECIMALS + " decimals.",
                    "send it as the seller reported it");
        }
        return new ReportedCost(amount, currency, key);
    }

    /** The cost in an answer of OpenAI's shape, whoever sells it; details are parts of it. */
    static @Nullable ReportedCost ofCompatible(Fields fields) {
        ReportedCost ticks = of(fields, "cost_in_usd_ticks", "USD");
        ReportedCost estimated = of(fields, "estimated_cost", "USD");
        ReportedCost cost = fields.isObject("cost") ? ofPerplexity(fields) : of(fields, "cost", null);
        fields.ignore("cost_details", "is_byok", "cost_rub");
        if (ticks != null) {
            return new ReportedCost(ticks.amount().movePointLeft(TICK_DECIMALS), "USD", "cost_in_usd_ticks");
        }
        return cost == null ? estimated : cost;
    }

    private static @Nullable ReportedCost ofPerplexity(Fields fields) {
        Fields parts = fields.object("cost");
        if (parts == null) {
            return null;
        }
        BigDecimal total = parts.amount("total_cost");
        return total == null || total.scale() > MOST_DECIMALS
                ? null
                : new ReportedCost(total, "USD", "cost/total_cost");
    }
}
