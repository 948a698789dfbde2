package smeta.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small list of offers, some of the main list and some of the wide one. */
final class Offers {
    static final List<ListedName> ALL = rows("offers").stream()
            .map(row -> new ListedName(
                    row[0],
                    row[1],
                    row[2].isEmpty() ? List.of() : List.of(row[2].split(" ")),
                    row[3].equals("main"),
                    row[4].equals("bare")))
            .toList();

    private Offers() {}

    static List<String[]> rows(String name) {
        try (InputStream in = Offers.class.getResourceAsStream("/names/" + name + ".csv")) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
