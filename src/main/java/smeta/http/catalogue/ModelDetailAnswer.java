package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.RateAnswer;
import smeta.http.answer.SourceAnswer;

/** The answer of {@code GET /v1/models/{name}}: what a list shows, and everything else. */
@Schema(name = "ModelDetail", description = "Everything that is known about a model, with its sources.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelDetailAnswer(
        @JsonUnwrapped ModelAnswer model,

        @Schema(required = true, description = "file:line of the catalogue")
        String origin,

        @Schema(description = "the dated snapshot that the name means today") @JsonProperty("same_as") @Nullable
        String sameAs,

        @Schema(description = "what the name is said to mean") @JsonProperty("points_to") @Nullable
        String pointsTo,

        @Schema(required = true, description = "what it can do besides text")
        List<String> capabilities,

        @Schema(description = "when it ends; absent if no day is published") @Nullable
        Retired retirement,

        @Schema(required = true, description = "what the chat template adds to the text")
        Frame framing,

        @Schema(required = true, description = "how media become tokens") @JsonProperty("media_rules")
        MediaRules mediaRules,

        @Schema(required = true, description = "what other documents print otherwise")
        List<OtherDocument> printed,

        @Schema(required = true, description = "its rates, period by period") @JsonProperty("price_cards")
        List<PriceCardAnswer> priceCards,

        @Schema(required = true, description = "what to know about it")
        List<String> notes,

        @Schema(required = true, description = "key → source")
        Map<String, SourceAnswer> sources,

        @Schema(description = "what public tables say about the same offer; with include=sources") @Nullable
        List<OtherOffer> others) {
    /** The end of a model. */
    @Schema(name = "Retirement", description = "The day from which the model is no longer served.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Retired(
            @Schema(required = true, description = "the day, UTC")
            String on,

            @Schema(description = "what the seller says about it") @Nullable
            String note,

            @Schema(description = "where it is announced") @Nullable
            SourceAnswer source) {}

    /** What the chat template adds. */
    @Schema(name = "Framing", description = "What the chat template adds to the text, tokens.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Frame(
            @Schema(required = true, description = "the rule's name")
            String title,

            @Schema(required = true, description = "what is added, tokens")
            String formula,

            @Schema(description = "what is special about it") @Nullable
            String note,

            @Schema(description = "where it is documented") @Nullable
            SourceAnswer source,

            @Schema(description = "tokens, where tools may be called") @JsonProperty("tool_overhead_auto") @Nullable
            Integer toolOverheadAuto,

            @Schema(description = "tokens, where a tool must be called") @JsonProperty("tool_overhead_any") @Nullable
            Integer toolOverheadAny) {}

    /** How media become tokens; null where no rule is published. */
    @Schema(name = "MediaRules", description = "How media become tokens. What is absent is not published.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MediaRules(
            @Schema(description = "of a picture") @Nullable Rule image,
            @Schema(description = "of sound") @Nullable Rule audio,
            @Schema(description = "of a film") @Nullable Rule video,

            @Schema(description = "of a document's page") @Nullable
            Rule document) {}

    /** How a medium becomes tokens. */
    @Schema(name = "MediaRule", description = "How a medium becomes tokens.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rule(
            @Schema(required = true, description = "the rule's name")
            String rule,

            @Schema(required = true, description = "what it does, in a sentence") @JsonProperty("in_words")
            String inWords,

            @Schema(required = true, description = "its arithmetic")
            String formula,

            @Schema(required = true, description = "name → constant, as printed")
            Map<String, String> parameters,

            @Schema(description = "where it is documented") @Nullable
            SourceAnswer source) {}

    /** What another document prints. */
    @Schema(
            name = "PrintedElsewhere",
            description = "What another document prints about the model: field → value, as printed.",
            additionalProperties = String.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"figures", "note", "source"})
    public record OtherDocument(
            @Schema(hidden = true) @JsonAnyGetter Map<String, String> figures,

            @Schema(description = "how the other print is meant") @Nullable
            String note,

            @Schema(description = "where it is printed") @Nullable
            SourceAnswer source) {}

    /** The same offer in a public table. */
    @Schema(name = "OtherOffer", description = "What a public table says about the same offer.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OtherOffer(
            @Schema(required = true, description = "provider/id")
            String model,

            @Schema(description = "where the table was read, and when") @Nullable
            SourceAnswer source,

            @Schema(required = true, description = "whether its prices are the same")
            boolean agrees,

            @Schema(required = true, description = "rates that differ from ours")
            List<Difference> differs,

            @Schema(required = true, description = "what to know about its rates")
            List<String> notes) {}

    /** A rate that differs. */
    @Schema(name = "RateDifference", description = "A rate that differs; null on the side that has none.")
    public record Difference(
            @Schema(required = true, description = "what is billed")
            String meter,

            @Schema(required = true, description = "the catalogue's rate", nullable = true) @Nullable
            RateAnswer here,

            @Schema(required = true, description = "the table's rate", nullable = true) @Nullable
            RateAnswer there) {}
}
