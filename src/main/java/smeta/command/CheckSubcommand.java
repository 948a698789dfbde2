package smeta.command;

import smeta.library.Call;
import smeta.library.CallDecision;

/** {@code smeta check}: exit status 0 if the call may be made, 1 if not. */
final class CheckSubcommand implements Subcommand {
    @Override
    public int run(Given given) {
        Call call = given.ofOneModel(given.saying(Prompts.call(given.input())));
        CallDecision decision = given.smeta().check(call);
        if (given.json()) {
            given.print(Shown.json(decision));
        } else {
            given.print(sentence(decision));
        }
        return decision.allowed() ? DONE : NO;
    }

    private static String sentence(CallDecision decision) {
        StringBuilder text = new StringBuilder(decision.allowed() ? "allow" : "deny");
        text.append("  ").append(decision.estimate().model());
        if (decision.hold() != null) {
            text.append("  at most ")
                    .append(Shown.amount(decision.hold()))
                    .append(' ')
                    .append(decision.currency());
        }
        if (!decision.allowed()) {
            text.append("  ").append(String.join(", ", decision.reasons()));
        }
        if (decision.wouldFitOutput() != null) {
            text.append("  (would pass with --max-output ").append(decision.wouldFitOutput());
            if (decision.wouldCost() != null) {
                text.append(", for at most ")
                        .append(Shown.amount(decision.wouldCost()))
                        .append(' ')
                        .append(decision.currency());
            }
            text.append(')');
        }
        return text.append('\n').toString();
    }
}
