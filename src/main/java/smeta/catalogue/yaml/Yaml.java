package smeta.catalogue.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file as it was written: every value is text with a line, so that no number passes through floating point. */
sealed interface Yaml {
    int line();

    record Scalar(String text, int line) implements Yaml {}

    record Items(List<Yaml> items, int line) implements Yaml {}

    record Fields(Map<String, Yaml> fields, Map<String, Integer> lines, int line) implements Yaml {}

    /** A value that was left out: {@code key:} or {@code ~}. */
    record Nothing(int line) implements Yaml {}

    /** More than the largest file that ships, thirty times. */
    int MOST_CHARACTERS = 2_000_000;

    /** Keys and values of one file; each takes some hundred bytes while it is read. */
    int MOST_VALUES = 100_000;

    /** Parses a file; what is wrong with its form goes to the defects. Null if nothing could be made of it. */
    static @Nullable Yaml parse(String text, Defects defects) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(20_000_000);
        if (text.length() > MOST_CHARACTERS) {
            defects.add(
                    1,
                    "expected at most " + MOST_CHARACTERS + " characters, found " + text.length()
                            + "; split the file by provider");
            return null;
        }
        try {
            if (text.length() > MOST_VALUES && isTooMuch(text, options, defects)) {
                return null;
            }
            Node root = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text));
            if (root == null) {
                defects.add(1, "expected a mapping, found an empty file");
                return null;
            }
            return of(root, defects);
        } catch (MarkedYAMLException e) {
            defects.add(
                    e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "not YAML: " + e.getProblem());
            return null;
        } catch (YAMLException e) {
            // anchors of collections, too deep a nesting, control characters: the parser doesn't say where
            defects.add(
                    1,
                    "not YAML as it is expected here: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("?"));
            return null;
        }
    }

    /** Counted without keeping anything, so that no file takes the memory of the service. */
    private static boolean isTooMuch(String text, LoaderOptions options, Defects defects) {
        int values = 0;
        for (Event event : new org.yaml.snakeyaml.Yaml(options).parse(new StringReader(text))) {
            if (event.is(Event.ID.Scalar) && ++values > MOST_VALUES) {
                defects.add(
                        event.getStartMark().getLine() + 1,
                        "expected at most " + MOST_VALUES + " keys and values in a file; split it by provider");
                return true;
            }
        }
        return false;
    }

    private static Yaml of(Node node, Defects defects) {
        int line = node.getStartMark().getLine() + 1;
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL) ? new Nothing(line) : new Scalar(scalar.getValue(), line);
        }
        if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            sequence.getValue().forEach(n -> items.add(of(n, defects)));
            return new Items(items, line);
        }
        Map<String, Yaml> fields = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            int keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                defects.add(keyLine, "expected a key of text");
            } else if (!seen.add(key.getValue())) {
                defects.add(
                        keyLine,
                        "the key “" + key.getValue() + "” stands twice, first on line " + lines.get(key.getValue()));
            } else {
                fields.put(key.getValue(), of(tuple.getValueNode(), defects));
                lines.put(key.getValue(), keyLine);
            }
        }
        return new Fields(fields, lines, line);
    }
}
