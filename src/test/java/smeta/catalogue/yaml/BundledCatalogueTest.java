package smeta.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Limits;
import smeta.catalogue.MediaRule;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.catalogue.Quantity;
import smeta.price.Offer;
import smeta.token.Tokenizers;

/** The catalogue that ships, against the facts of the three documents that it had to hold first. */
class BundledCatalogueTest {
    private static final Path FOLDER = Path.of("src/main/resources/catalogue");
    private static final Set<String> PROVIDERS = Set.of("360", "anthropic", "google", "dashscope", "routerai");
    private static final Catalogue CATALOGUE =
            new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());

    @Test
    void the_index_lists_exactly_the_files_of_the_folder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> present = files.map(p -> p.getFileName().toString())
                    .filter(n -> !n.equals("index"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(FOLDER.resolve("index")).stream().filter(l -> !l.isBlank()))
                    .containsExactlyElementsOf(present);
        }
    }

    @Test
    void every_rate_limit_and_rule_has_a_source_with_a_day() {
        SoftAssertions softly = new SoftAssertions();
        for (Model model : CATALOGUE.models()) {
            model.rates().forEach(card -> {
                softly.assertThat(card.sources())
                        .as("%s, %s", model.qualifiedId(), card.label())
                        .isNotEmpty();
                card.sources()
                        .forEach(key -> softly.assertThat(model.source(key))
                                .as("%s of %s", key, model.qualifiedId())
                                .isPresent());
            });
            if (model.limits().source() != null) {
                for (String key : model.limits().source().split(", ")) {
                    softly.assertThat(model.source(key))
                            .as("%s of %s's limits", key, model.qualifiedId())
                            .isPresent();
                }
            } else {
                softly.assertThat(model.limits()).as(model.qualifiedId()).isEqualTo(Limits.UNKNOWN);
            }
            for (MediaRule rule : Stream.of(model.image(), model.audio(), model.video(), model.document())
                    .filter(Objects::nonNull)
                    .toList()) {
                softly.assertThat(model.source(rule.source()))
                        .as("%s of %s", rule.source(), model.qualifiedId())
                        .isPresent();
            }
            model.sources()
                    .values()
                    .forEach(s -> softly.assertThat(s.asOf())
                            .as("%s of %s", s.key(), model.qualifiedId())
                            .startsWith("20"));
        }
        softly.assertAll();
    }

    @Test
    void all_rows_of_the_three_documents_are_there_and_with_1024_too() {
        assertThat(new CatalogueReader(1024, Tokenizers.bundled().names())
                        .read(CatalogueFiles.bundled())
                        .models())
                .hasSameSizeAs(CATALOGUE.models())
                .hasSizeGreaterThanOrEqualTo(118);
    }

    @ParameterizedTest(name = "document {0}, row {1}: {2}")
    @CsvFileSource(resources = "/catalogue/seed-rows.csv", numLinesToSkip = 1, maxCharsPerColumn = 10_000)
    void a_row_of_the_documents_is_there_with_all_that_it_prints(ArgumentsAccessor row) {
        String id = row.getString(2);
        List<Model> found = CATALOGUE.models().stream()
                .filter(m -> (m.id().equals(id) || m.qualifiedId().equals(id)) && PROVIDERS.contains(m.provider()))
                .toList();
        assertThat(found).as(id).hasSize(1);
        Model model = found.get(0);
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(printed(model, "provider")).as("provider as printed").contains(row.getString(3));
        figure(softly, model, "context", model.limits().context(), row.getString(4));
        figure(softly, model, "max_input", model.limits().maxInput(), row.getString(5));
        figure(softly, model, "max_output", model.limits().maxOutput(), row.getString(6));
        figure(softly, model, "tokens_per_image", model.limits().tokensPerImage(), row.getString(7));
        for (String alias : split(row.getString(8))) {
            softly.assertThat(names(model)).as("aliases").contains(alias);
            softly.assertThat(CATALOGUE.find(alias)).as("found by %s", alias).contains(model);
        }
        if (row.getString(9) != null) {
            softly.assertThat(row.getString(9))
                    .as("same_as")
                    .isIn(model.sameAs(), String.join("", printed(model, "same_as")));
        }
        status(softly, model, row.getString(10));
        Set<String> accepts = model.accepts().stream().map(Modality::wireName).collect(Collectors.toSet());
        accepts.addAll(printed(model, "accepts").stream()
                .flatMap(t -> Arrays.stream(t.split(", ")))
                .toList());
        softly.assertThat(accepts).as("accepts").containsAll(split(row.getString(11)));
        Set<String> capabilities = new LinkedHashSet<>(model.capabilities());
        capabilities.addAll(printed(model, "capabilities").stream()
                .flatMap(t -> Arrays.stream(t.split(", ")))
                .toList());
        softly.assertThat(capabilities).as("capabilities").containsAll(split(row.getString(12)));
        softly.assertAll();
    }

    private static void status(SoftAssertions softly, Model model, @Nullable String status) {
        if (status == null) {
            return;
        }
        if (status.equals("free-for-now")) {
            softly.assertThat(model.rates()).as("offers").anyMatch(c -> c.offer() == Offer.FREE_FOR_NOW);
        } else if (model.status() == null || !model.status().equals(status)) {
            softly.assertThat(printed(model, "status"))
                    .as("status as printed, beside %s", model.status())
                    .contains(status);
        }
    }

    private static void figure(
            SoftAssertions softly, Model model, String name, @Nullable Quantity decides, @Nullable String printed) {
        if (printed != null) {
            Set<String> all = printed(model, name).stream()
                    .map(BundledCatalogueTest::plain)
                    .collect(Collectors.toSet());
            if (decides != null) {
                all.add(plain(decides.printed()));
            }
            softly.assertThat(all).as("%s as printed", name).contains(plain(printed));
        }
    }

    private static String plain(String figure) {
        return figure.replaceAll("[,_]", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(Model model) {
        Set<String> names = new LinkedHashSet<>(model.aliases());
        printed(model, "aliases").forEach(t -> names.addAll(List.of(t.split(", "))));
        return names;
    }

    private static List<String> printed(Model model, String key) {
        return model.printed().stream()
                .map(p -> p.figures().get(key))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> split(@Nullable String cell) {
        return cell == null ? List.of() : List.of(cell.split(";"));
    }
}
