package smeta.springai;

import java.io.Serial;
import smeta.library.CallDecision;

/** A call that was not made. The message says why, and what would pass; it quotes no prompt. */
public final class CallTooDear extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient CallDecision decision;

    CallTooDear(CallDecision decision) {
        super("the call to " + decision.estimate().model() + " was not made: " + String.join(", ", decision.reasons())
                + (decision.hold() == null
                        ? ""
                        : "; it may cost " + decision.hold().toPlainString() + " " + decision.currency())
                + (decision.wouldFitOutput() == null
                        ? ""
                        : "; with maxTokens of " + decision.wouldFitOutput() + " it would pass"));
        this.decision = decision;
    }

    public CallDecision decision() {
        return decision;
    }
}
