package smeta.http.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The last line of a batch. */
@RegisterForReflection
@Schema(name = "BatchSummary", description = "The last line of a batch: what its lines add up to.")
public record BatchSummaryAnswer(
        @Schema(required = true, description = "sums over all lines")
        Sums summary) {
    /** What the lines add up to. */
    @Schema(name = "BatchSums", description = "What the lines of a batch add up to. Amounts are summed exactly.")
    public record Sums(
            @Schema(required = true, description = "the catalogue's version")
            String catalogue,

            @Schema(required = true, description = "lines that were read, those with a problem included")
            long lines,

            @Schema(required = true, description = "lines with a problem, which are in no other figure")
            long problems,

            @Schema(required = true, description = "a sum for each model")
            List<OfModel> models,

            @Schema(required = true, description = "the ten dearest lines, of each currency if prices are in several")
            List<Dear> dearest) {}

    /** One model's share. */
    @Schema(name = "BatchOfModel", description = "What the lines add up to for one model.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfModel(
            @Schema(required = true, description = "provider/id")
            String model,

            @Schema(required = true, description = "requests of this model")
            long requests,

            @Schema(required = true, description = "requests with another verdict than fits or unknown")
            @JsonProperty("do_not_fit")
            long doNotFit,

            @Schema(required = true, description = "requests without a full price, which are in no amount")
            long unpriced,

            @Schema(required = true, description = "the prompts' tokens") @JsonProperty("input_tokens")
            Tokens input,

            @Schema(required = true, nullable = true, description = "null: no request has a price")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            Cost cost,

            @Schema(description = "absent without prices of the batch tier") @JsonProperty("batch_tier") @Nullable
            BatchTier batchTier) {}

    /** Sums and percentiles of tokens. */
    @Schema(name = "BatchTokens", description = "Sums of tokens, and percentiles of a request's, within 1 %.")
    public record Tokens(
            @Schema(required = true, description = "sum of the lower bounds, tokens")
            long low,

            @Schema(required = true, description = "sum of the likely counts, tokens")
            long likely,

            @Schema(required = true, description = "sum of the upper bounds, tokens")
            long high,

            @Schema(required = true, description = "half of the requests have at most so many likely tokens")
            long p50,

            @Schema(required = true, description = "95 % of the requests have at most so many likely tokens")
            long p95,

            @Schema(required = true, description = "99 % of the requests have at most so many likely tokens")
            long p99) {}

    /** Sums and percentiles of amounts. */
    @Schema(name = "BatchCosts", description = "Sums of amounts, and percentiles of a request's, within 1 %.")
    public record Cost(
            @Schema(required = true, description = "whether every request has a price")
            boolean complete,

            @Schema(required = true, description = "ISO 4217")
            String currency,

            @Schema(required = true, description = "decimal")
            String low,

            @Schema(required = true, description = "decimal")
            String likely,

            @Schema(required = true, description = "decimal")
            String high,

            @Schema(required = true, description = "decimal, three digits")
            String p50,

            @Schema(required = true, description = "decimal, three digits")
            String p95,

            @Schema(required = true, description = "decimal, three digits")
            String p99) {}

    /** The same through the vendor's batch tier. */
    @Schema(name = "BatchTierCost", description = "What the requests that have a batch price cost at it.")
    public record BatchTier(
            @Schema(required = true, description = "decimal")
            String cost,

            @Schema(required = true, description = "against the tier that was asked for; decimal")
            String saves) {}

    /** One of the dearest lines. */
    @Schema(name = "DearLine", description = "One of the dearest lines.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dear(
            @Schema(required = true, description = "its number, from 1")
            long line,

            @Schema(description = "its name in the file") @JsonProperty("custom_id") @Nullable
            String customId,

            @Schema(required = true, description = "provider/id")
            String model,

            @Schema(required = true, description = "decimal")
            String likely,

            @Schema(required = true, description = "ISO 4217")
            String currency) {}
}
