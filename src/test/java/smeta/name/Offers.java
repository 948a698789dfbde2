package smeta.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small list of offers, some of the main list and some of the wide one. */
final class Offers {
    static final List<ListedName> MAIN = rows("offers").stream()
            .filter(row -> row[3].equals("main"))
            .map(row -> new ListedName(
                    row[0], row[1], row[2].isEmpty() ? List.of() : List.of(row[2].split(" ")), row[4].equals("bare")))
            .toList();
    static final List<SpelledName> WIDE = rows("offers").stream()
            .filter(row -> row[3].equals("wide"))
            .map(row -> SpelledName.of(row[0], row[1]))
            .toList();

    /** Both lists. */
    static final List<ListedName> ALL = Stream.concat(
                    MAIN.stream(), WIDE.stream().map(w -> new ListedName(w.seller(), w.id(), List.of(), false)))
            .toList();

    private Offers() {}

    static Resolver resolver() {
        return Resolver.over(NameIndex.of(MAIN), () -> wide(WIDE));
    }

    /** As a list of the program has them. */
    static WideNames wide(List<SpelledName> names) {
        return WideNames.of(("\n"
                        + names.stream()
                                .sorted(Comparator.comparing(SpelledName::seller)
                                        .thenComparing(SpelledName::id))
                                .map(n -> String.join("\t", n.seller(), n.id(), n.whole(), n.plain(), "{}\n"))
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8));
    }

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
