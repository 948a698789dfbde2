package smeta.http.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;

/** A count of tokens with its bounds. */
@Schema(name = "Tokens", description = "A count of tokens with bounds: low ≤ likely ≤ high.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokensAnswer(
        @Schema(required = true, description = "tokens at least")
        long low,

        @Schema(required = true, description = "tokens most probably")
        long likely,

        @Schema(description = "tokens at most; absent if no upper bound is known") @Nullable
        Long high) {
    public static TokensAnswer of(Count count, boolean bounded) {
        return new TokensAnswer(count.low(), count.likely(), bounded ? count.high() : null);
    }
}
