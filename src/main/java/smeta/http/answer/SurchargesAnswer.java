package smeta.http.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Estimate;

/** What came on top of the exchange rate, so that the three can be told apart. */
@Schema(name = "Surcharges", description = "What the deployment adds to converted amounts, on top of the rate.")
public record SurchargesAnswer(
        @Schema(required = true, description = "percent, decimal") @JsonProperty("markup_percent")
        String markup,

        @Schema(required = true, description = "percent, decimal") @JsonProperty("vat_percent")
        String vat) {
    /** Null if there are none. */
    public static @Nullable SurchargesAnswer of(Estimate.Cost cost) {
        return cost.surcharges().isNone()
                ? null
                : new SurchargesAnswer(
                        cost.surcharges().markup().toPlainString(),
                        cost.surcharges().vat().toPlainString());
    }
}
