package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /v1/models}. */
@Schema(name = "Models", description = "A page of models, in a superset of OpenAI's list shape.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelsAnswer(
        @Schema(required = true, description = "always list", enumeration = "list")
        String object,

        @Schema(required = true, description = "the catalogue's version")
        String catalogue,

        @Schema(required = true, description = "the models of this page")
        List<ModelAnswer> data,

        @Schema(description = "absent if the page is empty", examples = "openai/gpt-4o")
        @JsonProperty("first_id")
        @Nullable
        String firstId,

        @Schema(description = "for “after” of the next page; absent if the page is empty")
        @JsonProperty("last_id")
        @Nullable
        String lastId,

        @Schema(required = true, description = "models of all pages")
        int total,

        @Schema(required = true, description = "whether there is a next page") @JsonProperty("has_more")
        boolean hasMore) {}
