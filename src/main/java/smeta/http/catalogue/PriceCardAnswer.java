package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.RateAnswer;

/** A model's rates over one period. What only a model's own page has is null in a list. */
@Schema(name = "PriceCard", description = "A model's rates over one period, as the seller prints them.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceCardAnswer(
        @Schema(required = true, description = "what it is: the list price, an offer")
        String label,

        @Schema(description = "the way of sale that it is for") @Nullable
        String channel,

        @Schema(description = "the place that it is for") @Nullable
        String region,

        @Schema(required = true, description = "priced, free, or why there is no price")
        String offer,

        @Schema(description = "the first instant, UTC; absent if it is not known") @Nullable
        String from,

        @Schema(description = "the first instant after it, UTC; absent if it is in force") @Nullable
        String until,

        @Schema(description = "ISO 4217", examples = "USD") @Nullable
        String currency,

        @Schema(required = true, description = "meter → price")
        Map<String, RateAnswer> lines,

        @Schema(description = "the size by which a tier is chosen") @JsonProperty("tier_by") @Nullable
        String tierBy,

        @Schema(description = "whether a tier holds only for what is above its threshold") @Nullable
        Boolean marginal,

        @Schema(description = "rates past a size of the prompt") @Nullable
        List<Tier> tiers,

        @Schema(description = "service tier → its prices") @Nullable
        Map<String, ServicePrice> services,

        @Schema(description = "place of processing → multiplier") @Nullable
        Map<String, String> residency,

        @Schema(description = "hours with other prices") @Nullable
        List<Hours> windows,

        @Schema(description = "variant → its prices") @Nullable
        Map<String, Map<String, RateAnswer>> variants,

        @Schema(description = "rates that may be printed in a wrong unit") @Nullable
        List<Doubt> doubts,

        @Schema(description = "what the seller says about VAT") @Nullable
        String vat,

        @Schema(description = "what of it is free, or bounded") @Nullable
        String quota,

        @Schema(description = "how the seller rounds") @Nullable
        String rounding,

        @Schema(description = "how sure the print is") @Nullable
        String confidence,

        @Schema(description = "what to know about it") @Nullable
        List<String> notes,

        @Schema(description = "what the customer's contract takes off") @Nullable
        CardDiscount discount,

        @Schema(required = true, description = "where the rates come from")
        List<KeyedSourceAnswer> sources) {
    /** Rates that replace the base once the prompt passes a size. */
    @Schema(name = "Tier", description = "Rates that replace the base once a size is passed: above it, or from it on.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tier(
            @Schema(description = "tokens; the tier holds from one more on") @Nullable
            Long above,

            @Schema(description = "tokens; the tier holds from here on") @Nullable
            Long from,

            @Schema(description = "tokens of the reply that must be passed too") @JsonProperty("output_above") @Nullable
            Long outputAbove,

            @Schema(required = true, description = "meter → price")
            Map<String, RateAnswer> lines) {}

    /** The price of a service tier. */
    @Schema(name = "ServicePrice", description = "The price of a service tier: a factor, or rates of its own.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ServicePrice(
            @Schema(description = "decimal") @Nullable String multiplier,
            @Schema(description = "meter → price") @Nullable Map<String, RateAnswer> lines,

            @Schema(description = "what to know about it") @Nullable
            String note) {}

    /** Hours of the day with other prices. */
    @Schema(name = "PriceHours", description = "Hours of the day with other prices: a factor, or rates of their own.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hours(
            @Schema(required = true, description = "what these hours are called")
            String name,

            @Schema(required = true, description = "the time zone of the hours", examples = "Asia/Shanghai")
            String zone,

            @Schema(description = "from-to") @Nullable List<String> hours,

            @Schema(description = "days of the week; absent for all", examples = "[\"mon\"]") @Nullable
            List<String> days,

            @Schema(description = "days on which they do not hold") @Nullable
            String except,

            @Schema(description = "decimal") @Nullable String multiplier,
            @Schema(description = "meter → price") @Nullable Map<String, RateAnswer> lines) {}

    /** Another reading of a rate. */
    @Schema(name = "Doubt", description = "A rate that may be meant otherwise than it is printed.")
    public record Doubt(
            @Schema(required = true, description = "which rate")
            String line,

            @Schema(required = true, description = "the other reading")
            String reads,

            @Schema(required = true, description = "why the print is doubtful, with the arithmetic")
            String why) {}

    /** A discount of the customer's contract. */
    @Schema(name = "CardDiscount", description = "A discount of the customer's contract on this price card.")
    public record CardDiscount(
            @Schema(required = true, description = "what the contract calls it")
            String name,

            @Schema(required = true, description = "decimal, of the list price", examples = "12")
            String percent) {}
}
