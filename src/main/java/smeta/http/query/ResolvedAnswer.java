package smeta.http.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.NamedModel;
import smeta.name.Resolution;

/** How a name was understood. */
@Schema(name = "Resolved", description = "How a name was understood, and who else sells the same model.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResolvedAnswer(
        @Schema(required = true, description = "the name that was asked for")
        String asked,

        @Schema(required = true, description = "provider/id")
        String model,

        @Schema(required = true, description = "the rules that applied, in their order", examples = "gateway_prefix")
        List<String> by,

        @Schema(description = "a family whose vocabulary is assumed, because no list has the name") @Nullable
        String family,

        @Schema(description = "the listed model that it is counted like; with no_price") @Nullable
        String like,

        @Schema(description = "with no_price", examples = "o200k_base") @Nullable
        String tokenizer,

        @Schema(description = "true if no price is known under this name") @JsonProperty("no_price") @Nullable
        Boolean noPrice,

        @Schema(required = true, description = "other sellers' offers of the same model")
        List<String> others) {
    /** How many others an answer with estimates names. */
    private static final int MOST_OTHERS = 20;

    /** Null if the name is the model's own. */
    public static @Nullable ResolvedAnswer of(@Nullable NamedModel named, AskedNames names) {
        return named == null || named.resolution().by().isEmpty() ? null : full(named, names, MOST_OTHERS);
    }

    /** Whatever the name is, with all others. */
    public static ResolvedAnswer full(NamedModel named, AskedNames names) {
        return full(named, names, Integer.MAX_VALUE);
    }

    private static ResolvedAnswer full(NamedModel named, AskedNames names, int most) {
        Resolution.Unpriced unpriced = named.resolution() instanceof Resolution.Unpriced without ? without : null;
        return new ResolvedAnswer(
                named.asked(),
                named.model().qualifiedId(),
                named.resolution().by(),
                unpriced == null ? null : unpriced.family(),
                unpriced == null ? null : unpriced.like(),
                unpriced == null ? null : named.model().tokenizer(),
                unpriced == null ? null : Boolean.TRUE,
                names.others(named).stream().limit(most).toList());
    }
}
