package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.ExchangeRateAnswer;

/** The answer of {@code GET /v1/exchange-rates}. */
@Schema(name = "ExchangeRates", description = "The exchange rates in effect on a day.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExchangeRatesAnswer(
        @Schema(required = true, description = "the day that was asked for")
        LocalDate on,

        @Schema(required = true, description = "the pairs of currencies")
        List<ExchangeRateAnswer> rates,

        @Schema(description = "absent if no bank's feed is configured") @Nullable
        Feed feed) {
    /** The bank's daily rates. */
    @Schema(name = "ExchangeFeed", description = "What came of the bank's daily rates.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Feed(
            @Schema(required = true, description = "how many rates are held")
            int rates,

            @Schema(description = "why there is nothing newer") @Nullable
            String problem) {}
}
