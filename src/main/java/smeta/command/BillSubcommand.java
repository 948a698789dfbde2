package smeta.command;

import smeta.library.Call;
import smeta.library.CallBill;

/** {@code smeta bill}: what a call cost, by the vendor's answer, its stream, or a usage alone. */
final class BillSubcommand implements Subcommand {
    @Override
    public int run(Given given) {
        Call call = given.ofOneModel(given.saying(Call.ofPrompt("")));
        CallBill bill = given.smeta().settle(call, Prompts.text(given.input()));
        if (given.json()) {
            given.print(Shown.json(bill));
        } else {
            given.print(bill.model() + "  " + Shown.likely(bill.cost()) + " "
                    + bill.cost().currency()
                    + (bill.cost().isComplete()
                            ? ""
                            : "  no price for " + String.join(", ", bill.cost().unpriced()))
                    + "\n");
            bill.notes().forEach(note -> given.print("- " + note.text() + "\n"));
        }
        return DONE;
    }
}
