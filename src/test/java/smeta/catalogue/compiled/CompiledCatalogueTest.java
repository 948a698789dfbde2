package smeta.catalogue.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Listing;
import smeta.catalogue.Model;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.token.Tokenizers;

class CompiledCatalogueTest {
    private static final Catalogue FROM_FILES =
            new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());

    @Test
    void every_model_is_read_back_as_the_strict_reader_gave_it() {
        Catalogue read = CompiledCatalogue.read(CompiledCatalogue.write(FROM_FILES));

        assertThat(read.version()).isEqualTo(FROM_FILES.version());
        assertThat(read.models()).hasSameSizeAs(FROM_FILES.models()).hasSizeGreaterThan(300);
        for (int i = 0; i < read.models().size(); i++) {
            assertThat(read.models().get(i))
                    .usingRecursiveComparison()
                    .isEqualTo(FROM_FILES.models().get(i));
        }
    }

    @Test
    void every_name_means_the_same_model() {
        Catalogue read = CompiledCatalogue.read(CompiledCatalogue.write(FROM_FILES));

        for (Model model : FROM_FILES.models()) {
            List<String> names = new ArrayList<>(List.of(model.id(), model.qualifiedId(), model.id() + "-unknown"));
            model.aliases().forEach(alias -> names.addAll(List.of(alias, model.provider() + "/" + alias)));
            assertThat(names)
                    .allSatisfy(name -> assertThat(read.findOwn(name).map(Model::qualifiedId))
                            .isEqualTo(FROM_FILES.findOwn(name).map(Model::qualifiedId)));
        }
    }

    @Test
    void the_same_catalogue_gives_the_same_bytes() {
        byte[] once = CompiledCatalogue.write(FROM_FILES);

        assertThat(CompiledCatalogue.write(CompiledCatalogue.read(once))).isEqualTo(once);
    }

    @Test
    void a_model_is_made_once() {
        Listing listing = CompiledCatalogue.read(CompiledCatalogue.write(FROM_FILES))
                .listings()
                .get(0);

        assertThat(listing.model()).isSameAs(listing.model());
    }

    @Test
    void the_compiled_form_that_the_build_made_is_that_of_the_files() throws IOException {
        try (InputStream in = ShippedCatalogue.class.getResourceAsStream("/" + ShippedCatalogue.RESOURCE)) {
            assertThat(in).as("made by ./mvnw process-classes").isNotNull();
            assertThat(in.readAllBytes())
                    .as("the files are newer: ./mvnw process-classes")
                    .isEqualTo(CompiledCatalogue.write(FROM_FILES));
        }
    }

    @Test
    void a_file_of_another_layout_is_refused() {
        byte[] bytes = CompiledCatalogue.write(FROM_FILES);
        bytes[0]++;

        assertThatThrownBy(() -> CompiledCatalogue.read(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("compiled catalogue");
        assertThatThrownBy(() -> CompiledCatalogue.read(Arrays.copyOf(bytes, 5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void with_another_k_the_files_are_read() {
        Catalogue binary = ShippedCatalogue.read(1024, Tokenizers.bundled().names());

        assertThat(binary.version()).isNotEqualTo(FROM_FILES.version());
        assertThat(binary.models().stream()
                        .flatMap(m -> m.limits().contextTokens().stream().boxed()))
                .anyMatch(tokens -> tokens % 1024 == 0);
    }
}
