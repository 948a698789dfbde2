package smeta.command;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import smeta.library.Smeta;

/** {@code smeta models}: the models whose names have all the words, and the one that the words mean as a name. */
final class ModelsSubcommand implements Subcommand {
    @Override
    public int run(Given given) {
        Smeta smeta = given.smeta();
        List<String> words =
                given.operands().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        Set<String> found = new TreeSet<>();
        smeta.models().stream()
                .filter(model -> words.stream().allMatch(model.toLowerCase(Locale.ROOT)::contains))
                .forEach(found::add);
        if (words.size() == 1) {
            smeta.resolve(given.operands().get(0)).ifPresent(found::add);
        }
        if (given.json()) {
            given.print(found.stream().map(TextNode::valueOf));
        } else {
            found.forEach(model -> given.print(model + "\n"));
        }
        if (found.isEmpty()) {
            throw new WrongUsage("no model has " + String.join(" ", given.operands()) + " in its name; try fewer words");
        }
        return DONE;
    }
}
