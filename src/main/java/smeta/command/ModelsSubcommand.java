package smeta.command;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.TreeSet;
import smeta.library.Smeta;

/** {@code smeta models}: the models that have all the words, of the main list or of both, and the one that the words mean as a name. */
final class ModelsSubcommand implements Subcommand {
    @Override
    public int run(Given given) {
        Smeta smeta = given.smeta();
        String words = given.operands().isEmpty() ? null : String.join(" ", given.operands());
        Set<String> found = new TreeSet<>(smeta.search(words, given.option(Word.PROVIDER.option()), all(given)));
        if (given.operands().size() == 1) {
            smeta.resolve(given.operands().get(0)).ifPresent(found::add);
        }
        if (given.json()) {
            given.print(found.stream().map(TextNode::valueOf));
        } else {
            found.forEach(model -> given.print(model + "\n"));
        }
        if (found.isEmpty()) {
            throw new WrongUsage("no model has " + String.join(" ", given.operands())
                    + " in its name; try fewer words, or --list all");
        }
        return DONE;
    }

    private static boolean all(Given given) {
        String list = given.option(Word.LIST.option());
        if (list != null && !list.matches("main|all")) {
            throw new WrongUsage("expected --list main or all, found “" + list + "”");
        }
        return "all".equals(list);
    }
}
