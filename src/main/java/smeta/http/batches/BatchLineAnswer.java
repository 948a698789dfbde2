package smeta.http.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.Problem;

/** The answer to one line of a batch. */
@RegisterForReflection(registerFullHierarchy = true)
@Schema(
        name = "BatchLine",
        description = "The answer to one line of a batch: an estimate for each model, or the problem of that line.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchLineAnswer(
        @Schema(required = true, description = "its number in the file, from 1 on")
        long line,

        @Schema(description = "as the line has it; Gemini's “key” too") @JsonProperty("custom_id") @Nullable
        String customId,

        @Schema(description = "absent if the line has a problem") @Nullable
        List<Item> estimates,

        @Schema(description = "why the line has no estimates") @Nullable
        Problem problem) {
    /** Tokens, verdict and cost for one model. */
    @Schema(name = "BatchEstimate", description = "Tokens, verdict and cost of one line for one model.")
    public record Item(
            @Schema(required = true, description = "provider/id", examples = "openai/gpt-4o")
            String model,

            @Schema(required = true, description = "the prompt's tokens, framing, tools and media included")
            @JsonProperty("input_tokens")
            Input input,

            @Schema(
                    required = true,
                    description = "whether the request fits the model",
                    enumeration = {"fits", "tight", "over", "unsupported", "unknown"})
            String verdict,

            @Schema(required = true, description = "why it does not fit or is not known, as stable codes")
            List<String> reasons,

            @Schema(required = true, nullable = true, description = "null: no price of this model is known") @Nullable
            Cost cost) {}

    /** The prompt's tokens. */
    @Schema(name = "BatchInput", description = "The prompt's tokens.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Input(
            @Schema(required = true, description = "tokens at least")
            long low,

            @Schema(required = true, description = "tokens most probably")
            long likely,

            @Schema(description = "tokens at most; absent if no upper bound is known") @Nullable
            Long high,

            @Schema(
                    required = true,
                    description =
                            "exact: low, likely and high are one number; estimated: bounds that hold; bound: only high is known",
                    enumeration = {"exact", "estimated", "bound"})
            String precision) {}

    /** What a line costs. */
    @Schema(name = "BatchCost", description = "What the line costs: low ≤ likely ≤ high, rounded half-up once.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cost(
            @Schema(required = true, description = "false if something is billed whose price is not known")
            boolean complete,

            @Schema(required = true, description = "ISO 4217", examples = "USD")
            String currency,

            @Schema(required = true, description = "decimal")
            String low,

            @Schema(required = true, description = "decimal")
            String likely,

            @Schema(description = "decimal; absent if no upper bound is known") @Nullable
            String high) {}
}
