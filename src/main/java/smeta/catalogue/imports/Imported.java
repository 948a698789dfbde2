package smeta.catalogue.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table as a provider file of the catalogue.
 *
 * @param models  name → the model as a line of the file
 * @param leftOut price field → number of rows in which it was left out, because no line of a card can hold it
 */
public record Imported(
        ImportSource source, Map<String, String> models, List<Flag> flags, Map<String, Integer> leftOut) {
    /** Lines of the file before the first model. */
    private static final int HEADER = 5;

    public Imported {
        models = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(models));
        flags = List.copyOf(flags);
        leftOut = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    }

    public String fileName() {
        return source.fileName();
    }

    /** The provider file; each model on a line of its own. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("provider: ").append(source.provider()).append('\n');
        text.append("title: ")
                .append(quoted(source.format().wireName() + " import “" + source.name() + "”"))
                .append('\n');
        text.append("qualified_only: true\n");
        text.append("sources: { ")
                .append(ImportedModel.SOURCE)
                .append(": { title: ")
                .append(quoted(
                        "import " + source.name() + ", " + source.format().wireName()))
                .append(source.url() == null ? "" : ", url: " + quoted(source.url()))
                .append(", as_of: ")
                .append(source.asOf())
                .append(" } }\n");
        text.append("models:\n");
        models.forEach((id, model) -> text.append("  ").append(quoted(id)).append(": ").append(model).append('\n'));
        return text.toString();
    }

    /** The same without the models on these lines of the file, which the reader did not take, each with its reason. */
    public Imported without(Map<Integer, String> lines) {
        List<String> ids = new ArrayList<>(models.keySet());
        Map<String, String> kept = new LinkedHashMap<>(models);
        List<Flag> more = new ArrayList<>(flags);
        Set<Integer> seen = new java.util.TreeSet<>(lines.keySet());
        for (int line : seen) {
            int index = line - HEADER - 1;
            if (index >= 0 && index < ids.size()) {
                kept.remove(ids.get(index));
                more.add(new Flag(ids.get(index), "rejected", lines.get(line)));
            }
        }
        return new Imported(source, kept, more, leftOut);
    }

    private static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(ImportSheet.printable(text)).toString();
    }
}
