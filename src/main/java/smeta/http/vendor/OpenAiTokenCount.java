package smeta.http.vendor;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** OpenAI's answer. */
@Schema(name = "OpenAiTokenCount", description = "OpenAI's answer of its count endpoint.")
@RegisterForReflection
record OpenAiTokenCount(
        @Schema(required = true, description = "always response.input_tokens", enumeration = "response.input_tokens")
        String object,

        @Schema(required = true, description = "tokens") @JsonProperty("input_tokens")
        long inputTokens) {
    OpenAiTokenCount(long inputTokens) {
        this("response.input_tokens", inputTokens);
    }
}
