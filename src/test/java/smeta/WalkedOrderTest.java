package smeta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replicas must agree byte by byte, so nothing whose order is salted for each process is walked. */
class WalkedOrderTest {
    private static final Path SOURCES = Path.of("src/main/java");
    /** Copies in which things are only looked up. */
    private static final Set<String> ONLY_LOOKED_UP = Set.of(
            "Endings.java",
            "Sellers.java",
            "Volume.java",
            "CatalogueReader.java",
            "Catalogue.java",
            "OpenRouterTable.java");

    private static final Pattern COPY = Pattern.compile("(?<!Enum)\\b(Map|Set)\\.copyOf\\(");
    private static final Pattern SALTED =
            Pattern.compile("\\b(?:Map|Set)<[^;=]*>\\s+(\\w+)\\s*=\\s*(?:Map|Set)\\.(?:of|ofEntries|copyOf)\\((?!\\))");

    @Test
    void no_salted_copy_is_kept_where_it_could_be_walked() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            if (COPY.matcher(Files.readString(file)).find()
                    && !ONLY_LOOKED_UP.contains(file.getFileName().toString())) {
                found.add(file.toString());
            }
        }
        assertThat(found)
                .as("an unmodifiable LinkedHashMap or LinkedHashSet keeps its order")
                .isEmpty();
    }

    @Test
    void no_map_or_set_with_a_salted_order_is_walked() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Matcher salted = SALTED.matcher(text);
            while (salted.find()) {
                if (isWalked(salted.group(1), text)) {
                    found.add(file + ": " + salted.group(1));
                }
            }
        }
        assertThat(found)
                .as("a list of entries, a LinkedHashMap or an EnumMap has one order")
                .isEmpty();
    }

    private static boolean isWalked(String name, String text) {
        return Pattern.compile(
                        "\\b" + name + "\\s*\\.(entrySet|keySet|values|forEach|stream|iterator|toString)\\(|:\\s*"
                                + name + "\\)|join\\([^;(]*\\b" + name + "\\b")
                .matcher(text)
                .find();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
