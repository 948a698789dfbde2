package smeta.http.vendor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An error as OpenAI's clients expect it. */
@Schema(name = "OpenAiError", description = "An error as OpenAI's clients expect it.")
@RegisterForReflection
record OpenAiError(
        @Schema(required = true, description = "what went wrong")
        What error) {
    /** What went wrong. */
    @Schema(name = "OpenAiErrorDetail", description = "What went wrong, in OpenAI's words.")
    record What(
            @Schema(required = true, description = "what was found, what was expected, and what to do")
            String message,

            @Schema(required = true, description = "OpenAI's kind of error")
            String type,

            @Schema(
                    required = true,
                    description = "the field that is wrong; null if none is",
                    nullable = true,
                    examples = "input[0].content")
            @Nullable
            String param,

            @Schema(required = true, description = "stable, for programs", nullable = true) @Nullable
            String code) {}
}
