package smeta.http.vendor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as Gemini's clients expect it. */
@Schema(name = "GeminiError", description = "An error as Gemini's clients expect it.")
@RegisterForReflection
record GeminiError(@Schema(required = true) What error) {
    /** What went wrong. */
    @Schema(name = "GeminiErrorDetail")
    record What(
            @Schema(required = true) int code,
            @Schema(required = true) String message,

            @Schema(required = true, examples = "INVALID_ARGUMENT")
            String status) {}
}
