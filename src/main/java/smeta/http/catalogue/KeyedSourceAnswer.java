package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smeta.catalogue.Source;
import smeta.http.answer.SourceAnswer;

/** A source with its key in the catalogue. */
@Schema(name = "KeyedSource", description = "A source with its key in the catalogue.")
public record KeyedSourceAnswer(
        @Schema(required = true, description = "its name within the catalogue", examples = "openai-pricing")
        String key,

        @JsonUnwrapped SourceAnswer source) {
    static KeyedSourceAnswer of(String key, Source source) {
        return new KeyedSourceAnswer(key, SourceAnswer.of(source));
    }
}
