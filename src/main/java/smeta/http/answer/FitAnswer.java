package smeta.http.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Limits;
import smeta.catalogue.Quantity;
import smeta.estimate.Fit;

/** Whether a request fits a model. */
@Schema(name = "Fit", description = "Whether a request fits a model, and how much room is left for the reply.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FitAnswer(
        @Schema(
                required = true,
                description = "tight: the prompt fits, the reply cap does not; unknown: no limit is published",
                enumeration = {"fits", "tight", "over", "unsupported", "unknown"})
        String verdict,

        @Schema(description = "the model's limit for prompt and reply together, tokens; absent if not published")
        @Nullable
        Long context,

        @Schema(description = "tokens; absent if not published") @JsonProperty("max_input") @Nullable
        Long maxInput,

        @Schema(description = "tokens; absent if not published") @JsonProperty("max_output") @Nullable
        Long maxOutput,

        @Schema(description = "the largest reply for which there is room, tokens")
        @JsonProperty("room_for_reply")
        @Nullable
        Long roomForReply,

        @Schema(description = "tokens that are too many") @JsonProperty("over_by") @Nullable
        Long overBy,

        @Schema(
                required = true,
                description = "why it does not fit or is not known, as stable codes",
                examples = "over_context")
        List<String> reasons) {
    public static FitAnswer of(Fit fit, Limits limits) {
        return new FitAnswer(
                fit.verdict().wireName(),
                tokens(limits.context()),
                tokens(limits.maxInput()),
                tokens(limits.maxOutput()),
                fit.roomForReply(),
                fit.overBy() > 0 ? fit.overBy() : null,
                fit.reasons());
    }

    /** Null for a limit that is not published. */
    public static @Nullable Long tokens(@Nullable Quantity limit) {
        return limit == null ? null : limit.tokens();
    }
}
