package smeta.http.bills;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The last line of a priced log. */
@RegisterForReflection
@Schema(name = "LogSummary", description = "The last line of a priced log: what its calls add up to, exactly.")
public record LogSummaryAnswer(
        @Schema(required = true, description = "sums over all lines")
        Totals summary,

        @Schema(required = true, description = "the catalogue's version")
        String catalogue) {
    /** What the calls add up to. */
    @Schema(name = "LogTotals", description = "What the calls add up to.")
    public record Totals(
            @Schema(required = true, description = "lines that were read, those with a problem included")
            long lines,

            @Schema(required = true, description = "lines without a problem")
            long priced,

            @Schema(required = true, description = "of those, lines in which a price is missing")
            long incomplete,

            @Schema(required = true, description = "cached ones included") @JsonProperty("input_tokens")
            long input,

            @Schema(required = true, description = "reasoning included") @JsonProperty("output_tokens")
            long output,

            @Schema(required = true, description = "by currency")
            List<LogAmount> total,

            @Schema(required = true, description = "what it would have cost more without the cache, by currency")
            @JsonProperty("cache_saved")
            List<LogAmount> cacheSaved,

            @Schema(required = true, description = "the share of each model")
            List<Share> models,

            @Schema(required = true, description = "the share of each day, UTC")
            List<Share> days,

            @Schema(required = true, description = "lines with a problem, which are in no other figure")
            Unpriced unpriced) {}

    /** The share of one model or one day. */
    @Schema(name = "LogShare", description = "The share of one model, or of one day.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(
            @Schema(description = "provider/id; of a model's share") @Nullable
            String model,

            @Schema(description = "YYYY-MM-DD, UTC; of a day's share") @Nullable
            String day,

            @Schema(required = true, description = "calls of it")
            long lines,

            @Schema(required = true, description = "lines in which a price is missing")
            long incomplete,

            @Schema(required = true, description = "tokens of its prompts, those from the cache included")
            @JsonProperty("input_tokens")
            long input,

            @Schema(required = true, description = "tokens of its replies, reasoning included")
            @JsonProperty("output_tokens")
            long output,

            @Schema(required = true, description = "by currency")
            List<LogAmount> total,

            @Schema(required = true, description = "by currency") @JsonProperty("cache_saved")
            List<LogAmount> cacheSaved) {}

    /** Lines with a problem. */
    @Schema(name = "LogProblems", description = "Lines with a problem, which are in no other figure.")
    public record Unpriced(
            @Schema(required = true, description = "how many they are")
            long lines,

            @Schema(required = true, description = "code → lines")
            Map<String, Long> problems) {}
}
