package smeta.library;

import java.util.List;
import smeta.catalogue.Model;
import smeta.estimate.UsagePricer;

/**
 * What a call cost, by the usage that was reported for it.
 *
 * @param model {@code seller/id}
 * @param tier  the service tier whose prices apply: {@code standard}, {@code batch}, {@code flex}, …
 * @param cost  exact where the report leaves nothing open: then its bounds agree
 * @param notes what a person should know, and what had to be assumed
 */
public record CallBill(String model, String tier, CostRange cost, List<CallNote> notes) {
    public CallBill {
        notes = List.copyOf(notes);
    }

    static CallBill of(Model model, UsagePricer.Priced priced) {
        return new CallBill(
                model.qualifiedId(),
                priced.tier().wireName(),
                CostRange.of(priced.settlement().cost(), true, priced.unmetered()),
                CallNote.of(priced.settlement().notes()));
    }
}
