package smeta.http.estimates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Source;
import smeta.http.answer.SourceAnswer;

/** Where the numbers of an estimate come from. */
@Schema(name = "EstimateSources", description = "Where the numbers of an estimate come from.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourcesAnswer(
        @Schema(description = "sources of the rates") @Nullable
        List<SourceAnswer> price,

        @Schema(description = "sources of the limits") @Nullable
        List<SourceAnswer> limits,

        @Schema(required = true, description = "the rule by which framing was counted")
        RuleSource framing,

        @Schema(description = "the rules by which media were counted") @Nullable
        List<RuleSource> media) {
    /** A rule and where it stands. */
    @Schema(name = "RuleSource", description = "A rule of counting, and where it is documented.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RuleSource(
            @Schema(required = true, description = "the rule's name")
            String rule,

            @Schema(description = "the document in which it stands") @Nullable
            String title,

            @Schema(description = "its address") @Nullable String url,

            @Schema(description = "the day on which it was seen, UTC") @JsonProperty("as_of") @Nullable
            String asOf,

            @Schema(description = "whether it is the seller's own document") @Nullable
            Boolean vendor) {
        static RuleSource of(String rule, @Nullable Source source) {
            return source == null
                    ? new RuleSource(rule, null, null, null, null)
                    : new RuleSource(rule, source.title(), source.url(), source.asOf(), source.vendor());
        }
    }
}
