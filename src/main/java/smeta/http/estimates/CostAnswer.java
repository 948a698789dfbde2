package smeta.http.estimates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Estimate;
import smeta.http.answer.Amounts;
import smeta.http.answer.DiscountAnswer;
import smeta.http.answer.MoneyAnswer;
import smeta.http.answer.SurchargesAnswer;
import smeta.meter.Meter;

/** What a request costs. */
@Schema(name = "Cost", description = "What the request costs: low ≤ likely ≤ high, rounded half-up once.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CostAnswer(
        @Schema(required = true, description = "false if something is billed whose price is not known")
        boolean complete,

        @Schema(required = true, description = "ISO 4217: the one asked for, else the seller's", examples = "RUB")
        String currency,

        @Schema(required = true, description = "decimal", examples = "0.2560")
        String low,

        @Schema(required = true, description = "decimal", examples = "0.8968")
        String likely,

        @Schema(description = "decimal; absent if no upper bound is known", examples = "1.8596") @Nullable
        String high,

        @Schema(description = "what the deployment adds to converted amounts; absent if that is nothing") @Nullable
        SurchargesAnswer surcharges,

        @Schema(description = "what a contract takes off the list price; absent without one") @Nullable
        List<DiscountAnswer> discounts,

        @Schema(required = true, description = "the likely cost, exact, in the seller's currency")
        MoneyAnswer billed,

        @Schema(required = true, description = "meters without a price")
        List<String> unpriced) {
    static CostAnswer of(Estimate.Cost cost, boolean bounded, int scale) {
        return new CostAnswer(
                cost.bill().isComplete(),
                cost.likely().currency().getCurrencyCode(),
                Amounts.rounded(cost.low(), scale),
                Amounts.rounded(cost.likely(), scale),
                bounded ? Amounts.rounded(cost.high(), scale) : null,
                SurchargesAnswer.of(cost),
                DiscountAnswer.of(cost.bill()),
                MoneyAnswer.exact(cost.bill().likely()),
                cost.bill().unpriced().stream().map(Meter::wireName).toList());
    }
}
