package smeta.http.answer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smeta.money.ExchangeRate;

/** An exchange rate that an answer uses. */
@Schema(name = "ExchangeRate", description = "One unit of “from” costs “rate” units of “to”.")
public record ExchangeRateAnswer(
        @Schema(required = true, description = "ISO 4217", examples = "USD")
        String from,

        @Schema(required = true, description = "ISO 4217", examples = "RUB")
        String to,

        @Schema(required = true, description = "decimal", examples = "80.0000")
        String rate,

        @Schema(required = true, description = "the day on which the rate was set")
        LocalDate date,

        @Schema(required = true, description = "who published it")
        String source) {
    public static List<ExchangeRateAnswer> of(Collection<ExchangeRate> rates) {
        return rates.stream()
                .map(r -> new ExchangeRateAnswer(
                        r.from().getCurrencyCode(),
                        r.to().getCurrencyCode(),
                        r.rate().toPlainString(),
                        r.date(),
                        r.source()))
                .toList();
    }
}
