package smeta.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.catalogue.CatalogueDefects;

/** One file for every rule of docs/catalogue.md, with one defect; its first line says where and what. */
class DefectsTest {
    private static final Path FOLDER = Path.of("src/test/resources/catalogue/defects");

    static Stream<Path> files() throws IOException {
        return Files.list(FOLDER).sorted().map(Path::getFileName);
    }

    static List<String> defects(Map<String, String> files) {
        CatalogueDefects found = catchThrowableOfType(
                CatalogueDefects.class,
                () -> new CatalogueReader(1000, Set.of("o200k_base", "cl100k_base")).read(files));
        return found == null ? List.of() : found.defects();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void each_defect_is_reported_alone_with_its_file_and_line(Path file) throws IOException {
        String text = Files.readString(FOLDER.resolve(file));
        String expected = text.lines().findFirst().orElseThrow().substring(2);
        String line = expected.substring(0, expected.indexOf(':'));
        String message = expected.substring(expected.indexOf(':') + 2);
        List<String> defects = defects(Map.of("acme.yaml", text));
        assertThat(defects).hasSize(1);
        assertThat(defects.get(0))
                .startsWith("acme.yaml:" + line + ": ")
                .contains(message)
                .doesNotContain("null");
    }

    @Test
    void all_defects_of_all_files_are_reported_at_once() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        List<Path> files = files().toList();
        for (Path file : files) {
            String provider = file.toString().replace(".yaml", "").replace('_', '-');
            all.put(
                    file.toString(),
                    Files.readString(FOLDER.resolve(file))
                            .replace("provider: acme\n", "provider: " + provider + "\nqualified_only: true\n"));
        }
        List<String> defects = defects(all);
        assertThat(defects).allSatisfy(d -> assertThat(d).matches("(?s)[a-z_A-Z0-9]+\\.yaml:[0-9]+: .+"));
        for (Path file : files) {
            assertThat(defects).as("the defect of %s", file).anyMatch(d -> d.startsWith(file + ":"));
        }
    }

    @Test
    void a_provider_in_two_files_is_a_defect() throws IOException {
        String good = Files.readString(FOLDER.resolveSibling("good.yaml"));
        assertThat(defects(Map.of("a.yaml", good))).isEmpty();
        assertThat(defects(Map.of("a.yaml", good, "b.yaml", good)))
                .singleElement()
                .asString()
                .isEqualTo("b.yaml:1: the provider “acme” already has the file a.yaml");
    }

    @Test
    void an_empty_file_a_list_and_a_control_character_are_defects_and_not_failures() {
        assertThat(defects(Map.of("a.yaml", ""))).singleElement().asString().startsWith("a.yaml:1: ");
        assertThat(defects(Map.of("a.yaml", "- one\n- two\n"))).isNotEmpty().allMatch(d -> d.startsWith("a.yaml:1: "));
        assertThat(defects(Map.of("a.yaml", "provider: a\u0000cme\n")))
                .isNotEmpty()
                .allMatch(d -> d.startsWith("a.yaml:"));
        assertThat(defects(Map.of("a.yaml", "[".repeat(10_000)))).isNotEmpty().allMatch(d -> d.startsWith("a.yaml:"));
        assertThat(defects(Map.of("a.yaml", "a: &a [*a]\n"))).isNotEmpty().allMatch(d -> d.startsWith("a.yaml:"));
        assertThat(defects(Map.of("a.yaml", "provider: acme\n---\nprovider: other\n")))
                .isNotEmpty()
                .allMatch(d -> d.startsWith("a.yaml:"));
    }

    @Test
    void a_price_of_very_many_digits_is_a_defect_that_quotes_its_beginning() throws IOException {
        String good = Files.readString(FOLDER.resolveSibling("good.yaml"));
        String price = "1".repeat(1_000_000);
        assertThat(defects(Map.of("acme.yaml", good.replaceFirst("input: [0-9.]+", "input: " + price))))
                .anySatisfy(defect -> assertThat(defect).hasSizeLessThan(1000).contains("expected", "1111"));
    }

    @Test
    void a_defect_in_the_framings_names_their_file() throws IOException {
        String good = Files.readString(FOLDER.resolveSibling("good.yaml"));
        String framings =
                "sources:\n  s: { title: t, as_of: 2026 }\nframings:\n  f: { title: f, per_message: -1, source: s }\n";
        assertThat(defects(Map.of("acme.yaml", good, "framings.yaml", framings)))
                .singleElement()
                .asString()
                .startsWith("framings.yaml:4: ")
                .contains("expected a whole number");
    }
}
