package smeta.calibration;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of one mapping of a calibration file. What is wrong is collected with its line; what is left is unknown. */
final class FileFields {
    private static final long MOST = 1_000_000_000_000L;
    /** Of a number, in characters. */
    private static final int LONGEST = 40;

    private final String file;
    private final List<String> defects;
    private final int line;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> read = new LinkedHashSet<>();

    FileFields(String file, @Nullable Node node, List<String> defects) {
        this.file = file;
        this.defects = defects;
        line = node == null ? 1 : node.getStartMark().getLine() + 1;
        if (!(node instanceof MappingNode mapping)) {
            defect(line, "expected a mapping");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (fields.put(key, tuple.getValueNode()) != null) {
                defect(tuple.getKeyNode().getStartMark().getLine() + 1, "the key “" + key + "” stands twice");
            }
        }
    }

    void defect(int at, String what) {
        defects.add(file + ":" + at + ": " + what);
    }

    int line() {
        return line;
    }

    boolean has(String name) {
        Node node = fields.get(name);
        read.add(name);
        return node != null && !node.getTag().equals(Tag.NULL);
    }

    /** What a person or a later version may read, and this doesn't need. */
    void skip(String... names) {
        read.addAll(List.of(names));
    }

    /** Reports what nothing has asked for. */
    void close() {
        fields.forEach((name, node) -> {
            if (!read.contains(name)) {
                defect(node.getStartMark().getLine() + 1, "unknown key “" + name + "”; known are " + read);
            }
        });
    }

    String text(String name) {
        if (!has(name) || !(fields.get(name) instanceof ScalarNode scalar)) {
            defect(line, "expected a text “" + name + "”");
            return "";
        }
        return scalar.getValue();
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            defect(line, "expected a day like 2026-11-28 in “" + name + "”");
            return LocalDate.EPOCH;
        }
    }

    @Nullable
    Boolean flag(String name) {
        if (!has(name)) {
            return null;
        }
        String text = text(name);
        if (!text.equals("true") && !text.equals("false")) {
            defect(line, "expected true or false in “" + name + "”");
        }
        return text.equals("true");
    }

    /** A whole number from zero. */
    long count(String name) {
        return Math.max(0, number(name, text(name), 0, false));
    }

    /** A number with so many decimals at most, as a whole number of the last; null if it is left out. */
    @Nullable
    Long decimal(String name, int decimals, boolean signed) {
        return has(name) ? number(name, text(name), decimals, signed) : null;
    }

    /** As {@link #decimal}, and it must be there. */
    long required(String name, int decimals, boolean signed) {
        return number(name, text(name), decimals, signed);
    }

    private long number(String name, String text, int decimals, boolean signed) {
        if (!has(name)) {
            return 0;
        }
        try {
            if (text.length() > LONGEST) {
                throw new NumberFormatException("too long");
            }
            long number = new BigDecimal(text).movePointRight(decimals).longValueExact();
            if (Math.abs(number) > MOST || number < 0 && !signed) {
                throw new ArithmeticException("out of range");
            }
            return number;
        } catch (ArithmeticException | NumberFormatException e) {
            defect(
                    line,
                    "expected " + (decimals == 0 ? "a whole number" : "a number with up to " + decimals + " decimals")
                            + (signed ? "" : " from zero") + " in “" + name + "”, found “"
                            + text.substring(0, Math.min(LONGEST, text.length())) + "”");
            return 0;
        }
    }

    /** An object of decimals by their names. */
    Map<String, Long> decimals(String name, int decimals, boolean signed) {
        Map<String, Long> all = new LinkedHashMap<>();
        FileFields inner = object(name);
        inner.fields.keySet().forEach(key -> all.put(key, inner.required(key, decimals, signed)));
        return all;
    }

    FileFields object(String name) {
        read.add(name);
        Node node = fields.get(name);
        if (node == null) {
            defect(line, "expected a mapping “" + name + "”");
            return new FileFields(file, null, new ArrayList<>());
        }
        return new FileFields(file, node, defects);
    }

    List<FileFields> objects(String name) {
        if (!has(name)) {
            return List.of();
        }
        List<FileFields> all = new ArrayList<>();
        if (fields.get(name) instanceof SequenceNode sequence) {
            sequence.getValue().forEach(node -> all.add(new FileFields(file, node, defects)));
        } else {
            defect(line, "expected a list “" + name + "”");
        }
        return all;
    }
}
