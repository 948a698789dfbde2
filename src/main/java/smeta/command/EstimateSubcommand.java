package smeta.command;

import java.util.List;
import smeta.library.CallEstimate;

/** {@code smeta estimate}: what a request costs on each model, and whether it fits. */
final class EstimateSubcommand implements Subcommand {
    @Override
    public int run(Given given) {
        List<CallEstimate> estimates = given.estimates(given.smeta(), given.saying(Prompts.call(given.input())));
        if (given.json()) {
            given.print(estimates.stream().map(Shown::json));
        } else {
            given.print(Shown.table(estimates).plain());
            if (estimates.size() == 1) {
                estimates.get(0).notes().forEach(note -> given.print("- " + note.text() + "\n"));
            }
        }
        return DONE;
    }
}
