package smeta.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The table of the vendors' fields, as it ships. */
final class FieldTable {
    static final List<Row> ROWS = rows();

    private FieldTable() {}

    /** @param field a path, or a name after {@code **.} */
    record Row(String dialect, String treatment, String field) {
        boolean holdsFor(String path) {
            if (field.startsWith("**.")) {
                return ("." + path + ".").contains("." + field.substring(3) + ".");
            }
            return path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[]");
        }
    }

    /** Or it has opened the bound already, whatever its text. */
    static boolean costsNothing(String dialect, String path) {
        String snake = snakeCase(path.replaceFirst("^generateContentRequest\\.", ""));
        return ROWS.stream()
                .anyMatch(row -> row.dialect.equals(dialect)
                        && Set.of("free", "setting", "medium", "opens").contains(row.treatment)
                        && row.holdsFor(dialect.equals("gemini") ? snake : path));
    }

    private static String snakeCase(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("src/main/resources/smeta/prompt/fields.tsv"))) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t");
                    for (String field : cells[2].split(" ")) {
                        rows.add(new Row(cells[0], cells[1], field));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
