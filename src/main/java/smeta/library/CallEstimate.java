package smeta.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Estimate;

/**
 * What one call costs on one model, and whether it fits.
 *
 * @param model        {@code seller/id}
 * @param input        tokens of the prompt, its framing, tools and media included
 * @param output       tokens of the reply, reasoning included; {@code likely} is what the call said, or 500
 * @param verdict      {@code fits}; {@code tight}: the prompt fits and the cap on the reply doesn't; {@code over};
 *                     {@code unsupported}; {@code unknown}: a limit that would decide is not published
 * @param reasons      of the verdict, stable codes
 * @param roomForReply the longest reply that fits, in tokens; null if that isn't known or the prompt doesn't fit
 * @param cost         null if no price is known: never 0
 * @param notes        what a person should know
 */
public record CallEstimate(
        String model,
        TokenRange input,
        TokenRange output,
        String verdict,
        List<String> reasons,
        @Nullable Long roomForReply,
        @Nullable CostRange cost,
        List<CallNote> notes) {
    public CallEstimate {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }

    static CallEstimate of(Estimate estimate) {
        boolean bounded = estimate.input().bounded() && estimate.output().bounded();
        return new CallEstimate(
                estimate.model().qualifiedId(),
                TokenRange.of(
                        estimate.input().tokens(),
                        estimate.input().bounded(),
                        estimate.input().precision()),
                TokenRange.assumed(estimate.output().tokens(), estimate.output().bounded()),
                estimate.fit().verdict().wireName(),
                estimate.fit().reasons(),
                estimate.fit().roomForReply(),
                estimate.cost() == null ? null : CostRange.of(estimate.cost(), bounded, List.of()),
                CallNote.of(estimate.notes()));
    }
}
