package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A model's limits. */
@Schema(
        name = "Limits",
        description = "A model's limits, tokens. What is absent is not published; a round figure stands also as it was"
                + " printed.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitsAnswer(
        @Schema(description = "tokens", examples = "128000") @Nullable
        Long context,

        @Schema(description = "the context window as it is printed", examples = "128k")
        @JsonProperty("context_printed")
        @Nullable
        String contextPrinted,

        @Schema(description = "tokens") @JsonProperty("max_input") @Nullable
        Long maxInput,

        @Schema(description = "the longest prompt as it is printed") @JsonProperty("max_input_printed") @Nullable
        String maxInputPrinted,

        @Schema(description = "tokens") @JsonProperty("max_output") @Nullable
        Long maxOutput,

        @Schema(description = "the longest reply as it is printed") @JsonProperty("max_output_printed") @Nullable
        String maxOutputPrinted,

        @Schema(description = "tokens") @JsonProperty("tokens_per_image") @Nullable
        Long tokensPerImage,

        @Schema(description = "the tokens of a picture as they are printed")
        @JsonProperty("tokens_per_image_printed")
        @Nullable
        String tokensPerImagePrinted,

        @Schema(description = "a key of the model's sources") @Nullable
        String source) {}
