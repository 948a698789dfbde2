package smeta.http.vendor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An error as OpenAI's clients expect it. */
@Schema(name = "OpenAiError", description = "An error as OpenAI's clients expect it.")
@RegisterForReflection
record OpenAiError(@Schema(required = true) What error) {
    /** What went wrong. */
    @Schema(name = "OpenAiErrorDetail")
    record What(
            @Schema(required = true) String message,
            @Schema(required = true) String type,

            @Schema(required = true, nullable = true, examples = "input[0].content") @Nullable
            String param,

            @Schema(required = true, nullable = true) @Nullable
            String code) {}
}
