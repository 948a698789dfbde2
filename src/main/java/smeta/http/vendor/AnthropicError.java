package smeta.http.vendor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as Anthropic's clients expect it. */
@Schema(name = "AnthropicError", description = "An error as Anthropic's clients expect it.")
@RegisterForReflection
record AnthropicError(
        @Schema(required = true, description = "always error", enumeration = "error")
        String type,

        @Schema(required = true, description = "what went wrong")
        What error) {
    /** What went wrong. */
    @Schema(name = "AnthropicErrorDetail", description = "What went wrong, in Anthropic's words.")
    record What(
            @Schema(required = true, description = "Anthropic's kind of error")
            String type,

            @Schema(required = true, description = "what was found, what was expected, and what to do")
            String message) {}
}
