package smeta.media;

import java.util.Map;
import java.util.TreeMap;
import smeta.meter.Count;

/** Reads the cells of the tables. */
final class TableCells {
    private TableCells() {}

    /** {@code base=85 tile=170}. */
    static Map<String, String> parameters(String cell) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : cell == null ? new String[0] : cell.split(" ")) {
            String[] parts = pair.split("=");
            parameters.put(parts[0], parts[1]);
        }
        return parameters;
    }

    /** {@code 765} or {@code 1296/1334/1334}. */
    static Count count(String cell) {
        String[] parts = cell.split("/");
        return parts.length == 1
                ? Count.exact(Long.parseLong(cell))
                : Count.between(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
