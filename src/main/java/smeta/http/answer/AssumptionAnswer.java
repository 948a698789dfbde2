package smeta.http.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that the answer took for granted. */
@Schema(name = "Assumption", description = "Something that the answer took for granted, and who said so.")
public record AssumptionAnswer(
        @Schema(required = true, description = "a query parameter's name", examples = "output")
        String name,

        @Schema(required = true, description = "what was taken, as the query would say it", examples = "800")
        String value,

        @Schema(required = true, description = "query, body, default, or a sentence", examples = "query")
        String why) {}
