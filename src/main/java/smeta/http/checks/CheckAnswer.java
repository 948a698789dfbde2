package smeta.http.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.AssumptionAnswer;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.answer.MoneyAnswer;
import smeta.http.answer.TokensAnswer;
import smeta.http.query.ResolvedAnswer;

/** The answer of {@code POST /v1/checks}. */
@RegisterForReflection
@Schema(name = "Check", description = "Yes or no to one request for one model, and why.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckAnswer(
        @Schema(
                required = true,
                description = "yes or no",
                enumeration = {"allow", "deny"})
        String decision,

        @Schema(
                required = true,
                description = "why not, as stable codes; empty if it is allowed",
                examples = "over_limit")
        List<String> reasons,

        @Schema(description = "what would have been a reason but for unknown=allow")
        @JsonProperty("not_known")
        @Nullable
        List<String> notKnown,

        @Schema(description = "provider/id; absent if the name means no model") @Nullable
        String model,

        @Schema(required = true, description = "the name that was asked for")
        String asked,

        @Schema(description = "how the name was understood; absent if it is the model's own") @Nullable
        ResolvedAnswer resolved,

        @Schema(description = "models with a name like it") @Nullable
        List<String> suggestions,

        @Schema(
                description = "the bound on which the decision was taken",
                enumeration = {"low", "likely", "high"})
        @Nullable
        String bound,

        @Schema(description = "what to hold: the cost at the bound; absent if it is not known") @Nullable
        MoneyAnswer hold,

        @Schema(description = "absent if none was given") @Nullable
        Limit limit,

        @Schema(
                description = "until certain: counting stopped once the prompt could not fit any more",
                enumeration = {"all", "until certain"})
        @Nullable
        String counted,

        @Schema(description = "the prompt's tokens; absent if the decision needed no count")
        @JsonProperty("input_tokens")
        @Nullable
        Prompt input,

        @Schema(description = "the reply's tokens, reasoning included") @JsonProperty("output_tokens") @Nullable
        TokensAnswer output,

        @Schema(description = "how the request fits the model") @Nullable
        Room fit,

        @Schema(description = "meters without a price") @Nullable
        List<String> unpriced,

        @Schema(description = "the exchange rates that were used") @Nullable
        List<ExchangeRateAnswer> exchange,

        @Schema(description = "absent if no reply cap would pass, or it passes already")
        @JsonProperty("would_fit")
        @Nullable
        Repair wouldFit,

        @Schema(description = "the cost with that reply cap") @JsonProperty("would_cost") @Nullable
        MoneyAnswer wouldCost,

        @Schema(required = true, description = "the catalogue's version", examples = "2026-11-20")
        String catalogue,

        @Schema(description = "what was taken for granted") @Nullable
        List<AssumptionAnswer> assumed,

        @Schema(description = "other models with which it passes, cheapest first; with alternatives=true") @Nullable
        List<Instead> instead) {
    /** Money whose currency may not be known. */
    @Schema(name = "CheckLimit", description = "The limit that was given.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limit(
            @Schema(required = true, description = "decimal", examples = "5.00")
            String amount,

            @Schema(description = "ISO 4217; absent if the query names none and no price is known") @Nullable
            String currency) {}

    /** The prompt's tokens, or how many there are at least. */
    @Schema(name = "CheckedPrompt", description = "The prompt's tokens, or what was certain when counting stopped.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Prompt(
            @Schema(description = "tokens; only with counted=until certain") @JsonProperty("more_than") @Nullable
            Long moreThan,

            @Schema(description = "tokens at least") @Nullable
            Long low,

            @Schema(description = "tokens most probably") @Nullable
            Long likely,

            @Schema(description = "tokens at most; absent if no upper bound is known") @Nullable
            Long high,

            @Schema(
                    description =
                            "exact: low, likely and high are one number; estimated: bounds that hold; bound: only high is known",
                    enumeration = {"exact", "estimated", "bound"})
            @Nullable
            String precision) {}

    /** How the request fits, as far as it was counted. */
    @Schema(name = "CheckedFit", description = "How the request fits, as far as it was counted.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Room(
            @Schema(
                    description = "whether the request fits the model",
                    enumeration = {"fits", "tight", "over", "unsupported", "unknown"})
            @Nullable
            String verdict,

            @Schema(description = "tokens; absent if not published") @Nullable
            Long context,

            @Schema(description = "tokens; absent if not published") @JsonProperty("max_input") @Nullable
            Long maxInput,

            @Schema(description = "tokens; absent if not published") @JsonProperty("max_output") @Nullable
            Long maxOutput,

            @Schema(description = "tokens") @JsonProperty("room_for_reply") @Nullable
            Long roomForReply,

            @Schema(description = "tokens that are too many") @JsonProperty("over_by") @Nullable
            Long overBy,

            @Schema(description = "stable codes") @Nullable List<String> reasons) {}

    /** What would pass. */
    @Schema(name = "WouldFit", description = "The largest reply cap with which the request passes.")
    public record Repair(
            @Schema(required = true, description = "tokens") @JsonProperty("max_output")
            long maxOutput) {}

    /** Another model with which the request passes. */
    @Schema(name = "Alternative", description = "Another model with which the request passes.")
    public record Instead(
            @Schema(required = true, description = "provider/id")
            String model,

            @Schema(required = true, description = "what to set aside for the call: the cost at the deciding bound")
            MoneyAnswer hold,

            @Schema(required = true, description = "how the request fits this model")
            Room fit) {}
}
