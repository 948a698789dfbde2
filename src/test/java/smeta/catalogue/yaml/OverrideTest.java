package smeta.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueDefects;
import smeta.catalogue.Model;

class OverrideTest {
    private static final Map<String, String> SHIPPED =
            Map.of("acme.yaml", file("acme", "old"), "other.yaml", file("other", "else"));

    @TempDir
    Path folder;

    private static String file(String provider, String model) {
        return "provider: " + provider + "\nmodels:\n  " + model
                + ": { tokenizer: o200k_base, accepts: [text], gives: [text] }\n";
    }

    private Catalogue read() {
        return new CatalogueReader(1000, Set.of("o200k_base")).read(CatalogueFiles.overriddenBy(SHIPPED, folder));
    }

    @Test
    void a_file_replaces_the_provider_whose_name_it_has_whatever_the_file_is_called() throws IOException {
        Files.writeString(folder.resolve("mine.yml"), file("acme", "new"));
        assertThat(read().models()).extracting(Model::qualifiedId).containsExactly("acme/new", "other/else");
    }

    @Test
    void a_quoted_provider_is_the_same_provider() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), file("'acme'", "new"));
        Files.writeString(folder.resolve("b.yaml"), file("\"other\"", "thing"));
        assertThat(read().models()).extracting(Model::qualifiedId).containsExactly("acme/new", "other/thing");
    }

    @Test
    void a_new_provider_joins_even_under_the_file_name_of_another() throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), file("third", "one"));
        assertThat(read().models())
                .extracting(Model::qualifiedId)
                .containsExactly("acme/old", "other/else", "third/one");
    }

    @Test
    void two_files_of_one_provider_are_a_defect_and_neither_wins_silently() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), file("acme", "one"));
        Files.writeString(folder.resolve("b.yaml"), file("acme", "two"));
        assertThatThrownBy(this::read)
                .isInstanceOf(CatalogueDefects.class)
                .hasMessageContaining("the provider “acme” already has the file a.yaml");
    }

    @Test
    void an_empty_folder_changes_nothing_and_other_files_are_left_alone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "provider: acme");
        assertThat(CatalogueFiles.overriddenBy(SHIPPED, folder)).isEqualTo(SHIPPED);
    }

    @Test
    void a_folder_that_is_not_there_and_a_file_that_is_not_utf8_are_reported_with_their_name() throws IOException {
        assertThatThrownBy(() -> CatalogueFiles.overriddenBy(SHIPPED, folder.resolve("nowhere")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere");
        Files.write(folder.resolve("bad.yaml"), new byte[] {'p', (byte) 0xFF, 'x'});
        assertThatThrownBy(() -> CatalogueFiles.overriddenBy(SHIPPED, folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("bad.yaml");
    }

    @Test
    void a_file_with_more_keys_and_values_than_memory_should_hold_is_a_defect_with_its_line() throws IOException {
        StringBuilder text = new StringBuilder("provider: acme\nmodels:\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("  m").append(i).append(": { tools: true }\n");
        }
        Files.writeString(folder.resolve("many.yaml"), text);
        // three values a line after the first three: the 100,001st stands on line 33,335
        assertThatThrownBy(this::read)
                .isInstanceOf(CatalogueDefects.class)
                .hasMessageContaining("many.yaml:33335: expected at most 100000 keys and values");
    }

    @Test
    void a_file_that_is_too_large_is_a_defect_before_it_is_read() throws IOException {
        Files.writeString(folder.resolve("large.yaml"), "#".repeat(8_000_001));
        assertThatThrownBy(this::read)
                .isInstanceOf(CatalogueDefects.class)
                .hasMessageContaining("large.yaml:1: expected at most 8000000 bytes, found 8000001");
    }
}
