package smeta.http.bills;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.Amounts;
import smeta.money.Fraction;
import smeta.money.Money;
import smeta.usage.ReportedCost;

/** What the seller says a call cost, beside ours. */
@Schema(name = "ReportedCost", description = "What the seller says the call cost, beside ours.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportedCostAnswer(
        @Schema(required = true, description = "decimal", examples = "0.017558")
        String amount,

        @Schema(required = true, description = "ISO 4217; the price list's if the seller doesn't say")
        String currency,

        @Schema(required = true, description = "where it stood", examples = "cost")
        String field,

        @Schema(description = "decimal; only in the same currency") @Nullable
        String ours,

        @Schema(description = "the seller's less ours") @Nullable
        String difference) {
    /** @param ours in the currency of the price list */
    static ReportedCostAnswer of(ReportedCost cost, Money ours) {
        String list = ours.currency().getCurrencyCode();
        String currency = cost.currency() == null ? list : cost.currency();
        boolean same = currency.equals(list);
        Fraction difference = Fraction.of(cost.amount()).minus(ours.amount());
        return new ReportedCostAnswer(
                Amounts.plain(cost.amount()),
                currency,
                cost.field(),
                same ? Amounts.exact(ours.amount()) : null,
                same ? Amounts.exact(difference) : null);
    }
}
