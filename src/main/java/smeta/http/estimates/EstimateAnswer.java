package smeta.http.estimates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.FitAnswer;
import smeta.http.answer.LineAnswer;
import smeta.http.answer.NoteAnswer;
import smeta.http.answer.PartAnswer;
import smeta.http.answer.SourceAnswer;
import smeta.http.answer.TokensAnswer;
import smeta.http.query.ResolvedAnswer;

/** An estimate for one model, as the answer has it. */
@Schema(name = "Estimate", description = "Tokens, fit and cost of the request for one model.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EstimateAnswer(
        @Schema(required = true, description = "provider/id", examples = "openai/gpt-4o")
        String model,

        @Schema(required = true, description = "the name that was asked for", examples = "gpt-4o")
        String asked,

        @Schema(description = "how the name was understood; absent if it is the model's own") @Nullable
        ResolvedAnswer resolved,

        @Schema(required = true, description = "the prompt's tokens, framing, tools and media included")
        @JsonProperty("input_tokens")
        InputTokens input,

        @Schema(required = true, description = "the reply's tokens, reasoning included") @JsonProperty("output_tokens")
        TokensAnswer output,

        @Schema(required = true, description = "whether the request fits the model's limits")
        FitAnswer fit,

        @Schema(required = true, nullable = true, description = "null: no price of this model is known")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        CostAnswer cost,

        @Schema(description = "with include=lines") @Nullable
        List<LineAnswer> lines,

        @Schema(description = "with include=parts") @Nullable
        List<PartAnswer> parts,

        @Schema(required = true, description = "what to know about these numbers")
        List<NoteAnswer> notes,

        @Schema(description = "where the rates come from; absent if no price is known")
        @JsonProperty("price_source")
        @Nullable
        SourceAnswer priceSource,

        @Schema(description = "with include=sources") @Nullable
        SourcesAnswer sources) {
    /** The prompt's tokens. */
    @Schema(name = "InputTokens", description = "The prompt's tokens, framing, tools and media included.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InputTokens(
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
            String precision,

            @Schema(required = true, description = "what is not exact, as stable codes", examples = "tools")
            List<String> because,

            @Schema(
                    required = true,
                    description = "the vocabulary or the rule by which text was counted",
                    examples = "o200k_base")
            String tokenizer) {}
}
