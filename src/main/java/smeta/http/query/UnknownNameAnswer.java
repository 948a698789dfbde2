package smeta.http.query;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name among several that means nothing that is known. */
@Schema(name = "UnknownName", description = "A name that means nothing that is known.")
public record UnknownNameAnswer(
        @Schema(required = true, description = "the name that was asked for")
        String asked,

        @Schema(required = true, description = "the nearest names")
        List<String> suggestions) {}
