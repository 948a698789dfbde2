package smeta.http.vendor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as Anthropic's clients expect it. */
@Schema(name = "AnthropicError", description = "An error as Anthropic's clients expect it.")
@RegisterForReflection
record AnthropicError(
        @Schema(required = true, enumeration = "error") String type,
        @Schema(required = true) What error) {
    /** What went wrong. */
    @Schema(name = "AnthropicErrorDetail")
    record What(
            @Schema(required = true) String type,
            @Schema(required = true) String message) {}
}
