package smeta.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import smeta.library.Smeta;
import smeta.library.TokenRange;

/** {@code smeta count}: the tokens of a text, without framing, in a vocabulary or as a model counts them. */
final class CountSubcommand implements Subcommand {
    static final String VOCABULARY = "--vocabulary";

    @Override
    public int run(Given given) {
        String vocabulary = given.option(VOCABULARY);
        boolean byModel = given.models().size() == 1;
        if ((vocabulary == null) != byModel) {
            throw new WrongUsage("expected either --vocabulary or one model; for example --vocabulary o200k_base or"
                    + " --models gpt-4o");
        }
        String text = Prompts.text(given.input());
        TokenRange count =
                vocabulary == null ? given.smeta().count(given.models().get(0), text) : Smeta.countIn(vocabulary, text);
        if (given.json()) {
            ObjectNode json = Shown.json(count);
            given.print(byModel ? json.put("model", given.models().get(0)) : json.put("vocabulary", vocabulary));
        } else {
            given.print(count.likely()
                    + (count.precision().equals("exact")
                            ? ""
                            : "  (" + count.low() + " to " + Shown.number(count.high()) + ", " + count.precision()
                                    + ")")
                    + "\n");
        }
        return DONE;
    }
}
