package smeta.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under headings, for people. Columns that hold numbers are aligned to the right. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final int texts;

    /** @param texts how many columns, from the left, hold text */
    Table(int texts, String... headings) {
        this.texts = texts;
        rows.add(List.of(headings));
    }

    void row(String... cells) {
        rows.add(Arrays.asList(cells));
    }

    /** With columns of one width. */
    String plain() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String space = " ".repeat(width(i) - length(row.get(i)));
                line.append(i == 0 ? "" : "  ").append(i < texts ? row.get(i) + space : space + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** As GitHub and GitLab show it. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            List<String> cells = rows.get(r).stream().map(Table::escaped).toList();
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
            if (r == 0) {
                for (int i = 0; i < cells.size(); i++) {
                    text.append(i < texts ? "|---" : "|---:");
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replaceAll("\\R", " ")
                .replace("<", "&lt;");
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
