package smeta.http.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.price.Rate;

/** A price for so many units. */
@Schema(name = "Rate", description = "A price for so many units, as the seller prints it.")
public record RateAnswer(
        @Schema(required = true, description = "decimal", examples = "2.50")
        String amount,

        @Schema(required = true, description = "ISO 4217", examples = "USD")
        String currency,

        @Schema(required = true, description = "units of the meter that the amount is for", examples = "1000000")
        long per) {
    public static RateAnswer of(Rate rate) {
        return new RateAnswer(rate.price().toPlainString(), rate.currency().getCurrencyCode(), rate.per());
    }

    public static @Nullable RateAnswer orNull(@Nullable Rate rate) {
        return rate == null ? null : of(rate);
    }
}
