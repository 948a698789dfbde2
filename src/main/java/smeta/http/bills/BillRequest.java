package smeta.http.bills;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Stands in the OpenAPI document for a bill's body, whose usage may be a vendor's; {@link BillBody} reads it. */
@Schema(name = "BillRequest", description = "A model or rates, and a usage: ours or a vendor's as it came.")
record BillRequest(
        @Schema(description = "the model's name; either it or rates", examples = "gpt-4o") @Nullable
        String model,

        @Schema(description = "price cards as the catalogue has them; either they or a model") @Nullable
        List<Map<String, Object>> rates,

        @Schema(description = "meters and counts, or a vendor's usage object") @Nullable
        Map<String, Object> usage,

        @Schema(description = "Gemini's usage object") @Nullable
        Map<String, Object> usageMetadata,

        @Schema(description = "how ours is meant; left out: disjoint", examples = "inclusive")
        @JsonProperty("usage_convention")
        @Nullable
        String convention) {}
