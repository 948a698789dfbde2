package smeta.http.vendor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as Gemini's clients expect it. */
@Schema(name = "GeminiError", description = "An error as Gemini's clients expect it.")
@RegisterForReflection
record GeminiError(
        @Schema(required = true, description = "what went wrong")
        What error) {
    /** What went wrong. */
    @Schema(name = "GeminiErrorDetail", description = "What went wrong, in Google's words.")
    record What(
            @Schema(required = true, description = "the HTTP status")
            int code,

            @Schema(required = true, description = "what was found, what was expected, and what to do")
            String message,

            @Schema(required = true, description = "Google's name of the status", examples = "INVALID_ARGUMENT")
            String status) {}
}
