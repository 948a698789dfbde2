package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Limits;
import smeta.catalogue.PrintedLimits;

/**
 * Whether a request fits a model's limits.
 *
 * @param roomForReply the largest reply that fits; null if no limit is known or the prompt doesn't fit
 * @param overBy       tokens of the prompt that are too many; 0 unless over
 * @param reasons      stable codes
 */
public record Fit(Verdict verdict, @Nullable Long roomForReply, long overBy, List<String> reasons) {
    /** From good to bad. */
    public enum Verdict {
        FITS,
        /** The prompt fits; the reply that is asked for doesn't. */
        TIGHT,
        OVER,
        UNSUPPORTED,
        /** A limit that would decide is not published. */
        UNKNOWN;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Fit {
        reasons = List.copyOf(reasons);
    }

    /**
     * Where documents differ on the limits: it fits if it does by all of them, and it is over if it is by all of them.
     *
     * @param prompt as in {@link #of(Limits, long, long, List)}
     */
    public static Fit of(PrintedLimits limits, long prompt, long reply, List<String> unsupported) {
        Fit surest = of(limits.surest(), prompt, reply, unsupported);
        return surest.verdict() == Verdict.OVER
                        && of(limits.later(), prompt, reply, unsupported).verdict() != Verdict.OVER
                ? new Fit(Verdict.UNKNOWN, null, 0, List.of("limit_not_published"))
                : surest;
    }

    /**
     * The prompt against maximum input and context, the reply against maximum output, both together against the
     * context.
     *
     * @param prompt      tokens of the prompt
     * @param reply       tokens of reply that must fit: the cap that was asked for, or else the likely reply
     * @param unsupported what the model cannot take at all
     */
    public static Fit of(Limits limits, long prompt, long reply, List<String> unsupported) {
        OptionalLong context = limits.contextTokens();
        OptionalLong maxInput = limits.maxInputTokens();
        OptionalLong maxOutput = limits.maxOutputTokens();
        long over = 0;
        List<String> reasons = new ArrayList<>(unsupported);
        if (maxInput.isPresent() && prompt > maxInput.getAsLong()) {
            over = prompt - maxInput.getAsLong();
            reasons.add("over_input");
        }
        if (context.isPresent() && prompt > context.getAsLong()) {
            over = Math.max(over, prompt - context.getAsLong());
            reasons.add("over_context");
        }
        if (!unsupported.isEmpty()) {
            return new Fit(Verdict.UNSUPPORTED, null, over, reasons);
        }
        if (over > 0) {
            return new Fit(Verdict.OVER, null, over, reasons);
        }
        long room = Math.min(
                maxOutput.orElse(Long.MAX_VALUE), context.isPresent() ? context.getAsLong() - prompt : Long.MAX_VALUE);
        Long known = room == Long.MAX_VALUE ? null : room;
        if (known != null && reply > known) {
            reasons.add(maxOutput.isPresent() && reply > maxOutput.getAsLong() ? "over_output" : "over_context");
            return new Fit(Verdict.TIGHT, known, 0, reasons);
        }
        // where nothing is written, what could be is no question
        if (context.isEmpty() && maxInput.isEmpty() || known == null && reply > 0) {
            reasons.add("limit_not_published");
            return new Fit(Verdict.UNKNOWN, known, 0, reasons);
        }
        return new Fit(Verdict.FITS, known, 0, reasons);
    }
}
