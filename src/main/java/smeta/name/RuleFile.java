package smeta.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules' file: YAML of two levels, section → key → one line of text, which may go on in lines that are indented
 * further. Nothing else of YAML is understood, so that the program starts without a YAML parser.
 */
final class RuleFile {
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    private RuleFile() {}

    static RuleFile bundled() {
        try (InputStream in = RuleFile.class.getResourceAsStream("/names/names.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the data file /names/names.yaml is not in the program");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException with the line's number if a line is of another form, or a key stands twice */
    static RuleFile read(List<String> lines) {
        RuleFile file = new RuleFile();
        Map<String, String> section = null;
        String key = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            int indent = line.length() - line.stripLeading().length();
            if (indent == 0 && line.endsWith(":")) {
                section = new LinkedHashMap<>();
                key = null;
                require(file.sections.put(line.substring(0, line.length() - 1), section) == null, i, line);
            } else if (indent == 2 && section != null) {
                String[] entry = entry(line.strip(), i);
                key = entry[0];
                require(section.put(key, entry[1]) == null, i, line);
            } else if (indent > 2 && section != null && key != null) {
                section.merge(key, line.strip(), (before, more) -> before + " " + more);
            }
        }
        return file;
    }

    private static String[] entry(String line, int number) {
        boolean quoted = line.startsWith("\"");
        int end = quoted ? line.indexOf('"', 1) + 1 : line.indexOf(": ");
        require(end > 0 && line.startsWith(": ", end), number, line);
        String key = quoted ? line.substring(1, end - 1) : line.substring(0, end);
        return new String[] {key, line.substring(end + 2).strip()};
    }

    private static void require(boolean holds, int line, String text) {
        if (!holds) {
            throw new IllegalArgumentException("names.yaml:" + (line + 1) + ": not understood, or said twice: " + text);
        }
    }

    /** In the order of the file. */
    Map<String, String> section(String name) {
        Map<String, String> section = sections.get(name);
        if (section == null) {
            throw new IllegalArgumentException("names.yaml has no section " + name);
        }
        return section;
    }

    /** The words of one entry; none if it is not there. */
    List<String> words(String section, String key) {
        String text = section(section).get(key);
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }
}
