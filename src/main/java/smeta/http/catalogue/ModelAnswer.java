package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A model as a list shows it. */
@Schema(name = "Model", description = "A model as a list shows it. What is absent is not published.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelAnswer(
        @Schema(required = true, description = "provider/id", examples = "openai/gpt-4o")
        String id,

        @Schema(required = true, description = "always model", enumeration = "model")
        String object,

        @Schema(required = true, description = "the maker, or the seller where none is named") @JsonProperty("owned_by")
        String ownedBy,

        @Schema(required = true, description = "the seller", examples = "openai")
        String provider,

        @Schema(required = true, description = "the seller's own name of the model")
        String name,

        @Schema(required = true, description = "the seller's name of the model")
        String title,

        @Schema(required = true, description = "other names of the same offer")
        List<String> aliases,

        @Schema(required = true, description = "what the model reads", examples = "[\"text\", \"image\"]")
        List<String> accepts,

        @Schema(required = true, description = "what the model writes", examples = "[\"text\"]")
        List<String> gives,

        @Schema(description = "whether it calls tools") @Nullable
        Boolean tools,

        @Schema(description = "whether it thinks before it answers") @Nullable
        Boolean reasons,

        @Schema(description = "preview, deprecated or the like; absent if it is generally served", examples = "preview")
        @Nullable
        String status,

        @Schema(description = "as the seller says it: a day, a month or a year") @Nullable
        String released,

        @Schema(description = "the day from which it is no longer served; it may lie ahead") @Nullable
        String retired,

        @Schema(
                required = true,
                description = "the vocabulary or the rule by which text is counted",
                examples = "o200k_base")
        String tokenizer,

        @Schema(required = true, description = "what the model takes and gives at most, tokens")
        LimitsAnswer limits,

        @Schema(required = true, nullable = true, description = "the price card in force; null if none is known")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        PriceCardAnswer rates) {}
