package smeta.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.Limits;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.catalogue.Quantity;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.Money;
import smeta.price.Biller;
import smeta.price.Offer;
import smeta.price.Terms;

class CatalogueTest {
    private static final Path GOOD = Path.of("src/test/resources/catalogue/good.yaml");

    private static Catalogue read(int kilo, String... files) {
        Map<String, String> texts = new java.util.HashMap<>();
        for (int i = 0; i < files.length; i++) {
            texts.put((char) ('a' + i) + ".yaml", files[i]);
        }
        return new CatalogueReader(kilo, Set.of("o200k_base")).read(texts);
    }

    private static String good() {
        try {
            return Files.readString(GOOD);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"acme/base-1", "base-1", "base", "acme/base"})
    void a_model_is_found_by_id_and_alias_bare_and_qualified(String name) {
        assertThat(read(1000, good()).find(name)).map(Model::id).contains("base-1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"base-1-", "base-1-2026", "bas", "BASE-1", "base-10", "acme/", "other/base-1", "base-1-long-2026-01-01"
    })
    void no_prefix_is_ever_guessed(String name) {
        assertThat(read(1000, good()).find(name)).isEmpty();
    }

    @Test
    void near_names_are_suggested_nearest_first_and_far_ones_not_at_all() {
        CatalogueNames catalogue = CatalogueNames.of(read(1000, good()), null);
        assertThat(catalogue.suggestions("bsae-1", 3).get(0)).isEqualTo("acme/base-1");
        assertThat(catalogue.suggestions("BASE-1", 3).get(0)).isEqualTo("acme/base-1");
        assertThat(catalogue.suggestions("acme/base-1-lng", 1)).containsExactly("acme/base-1-long");
        assertThat(catalogue.suggestions("claude-opus", 3)).isEmpty();
        assertThat(catalogue.suggestions("x".repeat(100_000), 3)).isEmpty();
    }

    @Test
    void models_of_a_qualified_only_provider_are_found_by_their_full_name_alone() {
        Catalogue catalogue = read(1000, good().replace("title: Acme", "qualified_only: true"));
        assertThat(catalogue.find("acme/base-1")).isPresent();
        assertThat(catalogue.find("acme/base")).isPresent();
        assertThat(catalogue.find("base-1")).isEmpty();
        assertThat(catalogue.find("base")).isEmpty();
    }

    @Test
    void two_providers_may_have_the_same_id_if_one_is_qualified_only() {
        Catalogue catalogue =
                read(1000, good(), good().replace("provider: acme", "provider: reseller\nqualified_only: true"));
        assertThat(catalogue.find("base-1")).map(Model::provider).contains("acme");
        assertThat(catalogue.find("reseller/base-1")).map(Model::provider).contains("reseller");
        assertThat(catalogue.countsByProvider()).isEqualTo(Map.of("acme", 4, "reseller", 4));
    }

    @Test
    void round_figures_are_read_with_the_configured_k_and_stay_as_printed() {
        assertThat(read(1000, good()).find("base-1").orElseThrow().limits().context())
                .isEqualTo(new Quantity("8k", 8_000, true));
        assertThat(read(1024, good()).find("base-1").orElseThrow().limits().context())
                .isEqualTo(new Quantity("8k", 8_192, true));
        assertThat(read(1024, good()).find("base-1").orElseThrow().limits().maxOutputTokens())
                .hasValue(1_024);
    }

    @Test
    void like_takes_over_limits_and_rules_but_never_rates_aliases_or_status() {
        Catalogue catalogue = read(1000, good());
        Model snapshot = catalogue.find("base-1-2026-01-01").orElseThrow();
        assertThat(snapshot.limits().contextTokens()).hasValue(8_000);
        assertThat(snapshot.tools()).isTrue();
        assertThat(snapshot.rates()).isEmpty();
        assertThat(snapshot.aliases()).isEmpty();
        assertThat(snapshot.released()).isNull();
        assertThat(catalogue.find("base-1").orElseThrow().status()).isNull();
        Model latest = catalogue.find("latest").orElseThrow();
        assertThat(latest.limits().contextTokens()).as("through two steps").hasValue(1_500_000);
        assertThat(latest.accepts()).containsExactly(Modality.TEXT);
        assertThat(latest.sameAs()).isEqualTo("base-1-2026-01-01");
    }

    @Test
    void limits_that_come_from_two_places_name_both_sources() {
        Limits limits = read(1000, good()).find("base-1-long").orElseThrow().limits();
        assertThat(limits.contextTokens()).hasValue(1_500_000);
        assertThat(limits.maxOutputTokens()).as("from base-1").hasValue(1_024);
        assertThat(limits.source()).isEqualTo("list, docs");
    }

    @ParameterizedTest(name = "on {0} the output costs {1}")
    @CsvSource({
        "2020-01-01T00:00:00Z,2.5",
        "2026-05-31T23:59:59Z,2.5",
        "2026-06-01T00:00:00Z,1000.25",
        "2030-01-01T00:00:00Z,1000.25"
    })
    void the_card_of_the_day_applies(String moment, String price) {
        Model model = read(1000, good()).find("base-1").orElseThrow();
        var card = model.card(Instant.parse(moment), null, null).orElseThrow();
        assertThat(Biller.bill(card, Usage.of(Meter.OUTPUT_TOKENS, 1_000_000), Terms.STANDARD)
                        .likely())
                .isEqualTo(Money.of(price, "USD"));
    }

    @Test
    void another_channel_is_another_card_and_an_unknown_one_is_none() {
        Model model = read(1000, good()).find("base-1").orElseThrow();
        assertThat(model.card(Instant.EPOCH, "cloud", null).orElseThrow().offer())
                .isEqualTo(Offer.TRIAL_ONLY);
        assertThat(model.card(Instant.EPOCH, "cellar", null)).isEmpty();
        assertThat(model.card(Instant.EPOCH, null, "eu")).isEmpty();
    }

    @Test
    void a_file_whose_models_stand_in_another_order_reads_to_the_same_catalogue() {
        String text = good();
        int at = text.indexOf("models:\n") + "models:\n".length();
        List<String> models = new ArrayList<>(List.of(text.substring(at).split("(?m)^(?=  [a-z])")));
        Map<String, String> expected = described(read(1000, text));
        Random random = new Random(8);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(models, random);
            assertThat(described(read(1000, text.substring(0, at) + String.join("", models))))
                    .isEqualTo(expected);
        }
    }

    private static Map<String, String> described(Catalogue catalogue) {
        Map<String, String> all = new java.util.TreeMap<>();
        catalogue
                .models()
                .forEach(m -> all.put(
                        m.qualifiedId(),
                        m.toString().replaceAll("[a-z]\\.yaml:[0-9]+", "").replaceAll("\\$[^,\\]]*@[0-9a-f]+", "")));
        CatalogueNames.of(catalogue, null).suggestions("base", 10).forEach(s -> all.put("suggested " + s, ""));
        return all;
    }

    @Test
    void the_version_changes_with_any_file_and_with_k() {
        String version = read(1000, good()).version();
        assertThat(version)
                .startsWith("2026-02-03-")
                .isEqualTo(read(1000, good()).version());
        assertThat(read(1000, good() + "# a comment\n").version()).isNotEqualTo(version);
        assertThat(read(1024, good()).version()).isNotEqualTo(version);
    }
}
