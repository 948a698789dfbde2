package smeta.http.vendor;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Anthropic's answer. */
@Schema(name = "AnthropicTokenCount", description = "Anthropic's answer of its count endpoint.")
@RegisterForReflection
record AnthropicTokenCount(
        @Schema(required = true, description = "tokens") @JsonProperty("input_tokens")
        long inputTokens) {}
