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
        @Nullable List<SourceAnswer> price,
        @Nullable List<SourceAnswer> limits,
        @Schema(required = true) RuleSource framing,
        @Nullable List<RuleSource> media) {
    /** A rule and where it stands. */
    @Schema(name = "RuleSource", description = "A rule of counting, and where it is documented.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RuleSource(
            @Schema(required = true) String rule,
            @Nullable String title,
            @Nullable String url,
            @JsonProperty("as_of") @Nullable String asOf,
            @Nullable Boolean vendor) {
        static RuleSource of(String rule, @Nullable Source source) {
            return source == null
                    ? new RuleSource(rule, null, null, null, null)
                    : new RuleSource(rule, source.title(), source.url(), source.asOf(), source.vendor());
        }
    }
}
