package smeta.http.vendor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gemini's answer. */
@Schema(name = "GeminiTokenCount", description = "Gemini's answer of its count endpoint.")
@RegisterForReflection
record GeminiTokenCount(
        @Schema(required = true, description = "tokens") long totalTokens,

        @Schema(required = true, description = "the same tokens by modality")
        List<OfModality> promptTokensDetails) {
    /** The tokens of one modality. */
    @Schema(name = "GeminiModalityCount", description = "The tokens of one modality.")
    record OfModality(
            @Schema(
                    required = true,
                    description = "TEXT, IMAGE, AUDIO, VIDEO or DOCUMENT",
                    enumeration = {"TEXT", "IMAGE", "VIDEO", "AUDIO", "DOCUMENT"})
            String modality,

            @Schema(required = true, description = "tokens") long tokenCount) {}
}
