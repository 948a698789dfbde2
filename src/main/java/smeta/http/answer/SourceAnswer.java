package smeta.http.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Source;

/** Where a number comes from. */
@Schema(name = "Source", description = "Where a number comes from, and the day on which it was seen.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceAnswer(
        @Schema(required = true, description = "what it is") String title,
        @Schema(description = "its address") @Nullable String url,

        @Schema(required = true, description = "a day, a month or a year", examples = "2026-08-20")
        @JsonProperty("as_of")
        String asOf,

        @Schema(required = true, description = "true if it is the vendor's own page")
        boolean vendor) {
    public static SourceAnswer of(Source source) {
        return new SourceAnswer(source.title(), source.url(), source.asOf(), source.vendor());
    }
}
