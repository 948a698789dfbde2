package smeta.http.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.price.Bill;

/** What a contract takes off a list price. */
@Schema(name = "Discount", description = "What the customer's contract takes off the list price; the totals are net.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscountAnswer(
        @Schema(required = true, description = "what the contract calls it", examples = "frame agreement 2026")
        String name,

        @Schema(required = true, description = "decimal, of the list price", examples = "12")
        String percent,

        @Schema(required = true, description = "the likely list price, exact, in the seller's currency")
        @JsonProperty("list_price")
        MoneyAnswer listPrice,

        @Schema(required = true, description = "what is taken off it, exact")
        MoneyAnswer amount) {
    /** Null if nothing is taken off. */
    public static @Nullable List<DiscountAnswer> of(Bill bill) {
        return bill.discounts().isEmpty()
                ? null
                : bill.discounts().stream()
                        .map(r -> new DiscountAnswer(
                                r.discount().name(),
                                r.discount().percent().stripTrailingZeros().toPlainString(),
                                MoneyAnswer.exact(r.likely()),
                                MoneyAnswer.exact(r.amount())))
                        .toList();
    }
}
