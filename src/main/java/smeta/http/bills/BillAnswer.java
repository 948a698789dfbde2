package smeta.http.bills;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.DiscountAnswer;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.answer.LineAnswer;
import smeta.http.answer.MoneyAnswer;
import smeta.http.answer.NoteAnswer;
import smeta.http.answer.SourceAnswer;
import smeta.http.answer.SurchargesAnswer;

/** The answer of {@code POST /v1/bills}. */
@Schema(
        name = "Bill",
        description = "What a known usage costs, line by line. Amounts are exact unless scale= is given.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillAnswer(
        @Schema(required = true, description = "the day whose prices and exchange rate apply, UTC")
        LocalDate on,

        @Schema(description = "provider/id; absent if the body has rates") @Nullable
        String model,

        @Schema(required = true, description = "how the usage was read", examples = "disjoint")
        @JsonProperty("usage_convention")
        String convention,

        @Schema(required = true, description = "the tier whose rates were taken", examples = "standard")
        @JsonProperty("service_tier")
        String serviceTier,

        @Schema(required = true, description = "a line for each meter and rate; they add up to the total")
        List<LineAnswer> lines,

        @Schema(required = true, description = "what the call costs in all")
        Total total,

        @Schema(description = "the total in the seller's currency, exact; only if it was converted") @Nullable
        MoneyAnswer billed,

        @Schema(description = "what the deployment adds to converted amounts; absent if that is nothing") @Nullable
        SurchargesAnswer surcharges,

        @Schema(description = "what a contract takes off the list price; absent without one") @Nullable
        List<DiscountAnswer> discounts,

        @Schema(required = true, description = "false if something is billed whose price is not known")
        boolean complete,

        @Schema(required = true, description = "meters without a price, and what has no meter here")
        List<String> unpriced,

        @Schema(description = "the seller's own figure, if the usage has one") @JsonProperty("reported_cost") @Nullable
        ReportedCostAnswer reportedCost,

        @Schema(description = "what it would have cost more without the cache; absent if nothing was cached")
        @JsonProperty("cache_saved")
        @Nullable
        MoneyAnswer cacheSaved,

        @Schema(description = "absent if the price card has no tiers") @Nullable
        AppliedTier tier,

        @Schema(required = true, description = "the exchange rates that were used")
        List<ExchangeRateAnswer> exchange,

        @Schema(required = true, description = "what to know about the rates that were taken")
        List<NoteAnswer> notes,

        @Schema(description = "where the rates come from; absent if the body has rates")
        @JsonProperty("price_source")
        @Nullable
        SourceAnswer priceSource,

        @Schema(description = "with include=sources") @Nullable
        List<SourceAnswer> sources,

        @Schema(required = true, description = "the catalogue's version")
        String catalogue) {
    /** The sum of the lines. */
    @Schema(name = "BillTotal", description = "The sum of the lines.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            @Schema(required = true, description = "decimal", examples = "0.00346")
            String amount,

            @Schema(required = true, description = "ISO 4217", examples = "USD")
            String currency,

            @Schema(description = "decimal; only if the price is not certain") @Nullable
            String low,

            @Schema(description = "decimal; only if the price is not certain") @Nullable
            String high) {}

    /** The tier of the price card that applied. */
    @Schema(name = "AppliedTier", description = "The tier of the price card that applied.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AppliedTier(
            @Schema(required = true, description = "what the tiers go by", examples = "prompt")
            String by,

            @Schema(required = true, description = "the size that was compared")
            long size,

            @Schema(required = true, nullable = true, description = "null: below the first tier")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            Long threshold,

            @Schema(description = "the length of the reply that had to be passed too")
            @JsonProperty("output_above")
            @Nullable
            Long outputAbove,

            @Schema(description = "the smallest size of the next tier; absent in the last") @Nullable
            Long next) {}
}
