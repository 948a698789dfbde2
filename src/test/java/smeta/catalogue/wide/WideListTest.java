package smeta.catalogue.wide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.ContentHash;
import smeta.catalogue.Model;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.meter.Meter;
import smeta.money.Fraction;
import smeta.name.SpelledName;
import smeta.name.WideNames;
import smeta.token.Tokenizers;

class WideListTest {
    private static final Catalogue OWN =
            new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());
    private static final Catalogue CATALOGUE = OWN.with(WideRows.bundled());

    @Test
    void every_row_passes_the_strict_reader_and_names_a_tokenizer_that_is_there() {
        assertThat(CATALOGUE.wide().defects()).isEmpty();
        assertThat(names())
                .hasSizeGreaterThan(8000)
                .allMatch(n -> Tokenizers.bundled()
                        .names()
                        .contains(CATALOGUE.wide().find(n.key()).orElseThrow().tokenizer()));
    }

    @Test
    void the_words_of_every_row_are_those_that_the_rules_for_names_give() {
        assertThat(names()).allSatisfy(name -> assertThat(name).isEqualTo(SpelledName.of(name.seller(), name.id())));
    }

    @Test
    void an_offer_of_another_seller_has_that_sellers_price_and_the_familys_vocabulary() {
        // LiteLLM 2026-08-01, azure/eu/gpt-4o-2024-11-20: input_cost_per_token 2.75e-06, where OpenAI's own is 2.5e-06
        Model azure = CATALOGUE.find("azure/eu/gpt-4o-2024-11-20").orElseThrow();
        assertThat(azure.tokenizer()).isEqualTo("o200k_base");
        assertThat(azure.card(Instant.parse("2026-08-02T00:00:00Z"), null, null)
                        .orElseThrow()
                        .rates()
                        .get(Meter.INPUT_TOKENS)
                        .orElseThrow()
                        .perUnit())
                .isEqualTo(Fraction.of(new java.math.BigDecimal("0.00000275")));
        assertThat(azure.source("litellm-2026-08-01").orElseThrow().asOf()).isEqualTo("2026-08-01");
    }

    @Test
    void a_sellers_own_table_says_what_its_offers_cost_and_hold() {
        // OpenRouter 2026-08-01, google/gemini-2.5-pro: max_completion_tokens 65536; LiteLLM of that day has 8192
        assertThat(CATALOGUE
                        .find("openrouter/google/gemini-2.5-pro")
                        .orElseThrow()
                        .limits()
                        .maxOutputTokens())
                .hasValue(65_536);
        // OpenRouter 2026-08-01: prompt 0.00000023, completion 0.0000023; genai-prices 2026-08-21 has 0.1 and 0.1 a
        // million
        Model thinking =
                CATALOGUE.find("openrouter/qwen/qwen3-235b-a22b-thinking-2507").orElseThrow();
        var card =
                thinking.card(Instant.parse("2026-08-22T00:00:00Z"), null, null).orElseThrow();
        assertThat(card.rates().get(Meter.INPUT_TOKENS).orElseThrow().perUnit())
                .isEqualTo(Fraction.of(new java.math.BigDecimal("0.00000023")));
        assertThat(card.rates().get(Meter.OUTPUT_TOKENS).orElseThrow().perUnit())
                .isEqualTo(Fraction.of(new java.math.BigDecimal("0.0000023")));
        assertThat(thinking.source("openrouter-2026-08-01").orElseThrow().vendor())
                .isTrue();
        assertThat(thinking.source("genai-prices-2026-08-21").orElseThrow().vendor())
                .isFalse();
    }

    @Test
    void the_own_files_win_and_stay_alone_in_the_list_of_models() {
        CatalogueNames names = CatalogueNames.of(CATALOGUE, null);
        assertThat(CATALOGUE.models()).isEqualTo(OWN.models());
        assertThat(names.wideOffers())
                .hasSizeGreaterThan(7000)
                .noneMatch(key -> OWN.find(key)
                        .filter(m -> key.startsWith(m.provider() + "/"))
                        .isPresent());
        assertThat(CATALOGUE.find("openai/gpt-4o")).isEqualTo(OWN.find("openai/gpt-4o"));
        // models.dev spells it so; the main list has it as claude-sonnet-4-5-20250929
        assertThat(names.find("anthropic/claude-sonnet-4.5", null).orElseThrow().model())
                .isEqualTo(OWN.find("anthropic/claude-sonnet-4-5-20250929").orElseThrow());
    }

    @Test
    void every_key_of_both_lists_means_the_offer_with_that_key() {
        CatalogueNames names = CatalogueNames.of(CATALOGUE, null);
        List<String> keys = new ArrayList<>(names.wideOffers());
        OWN.models().forEach(m -> keys.add(m.qualifiedId()));
        assertThat(keys)
                .hasSizeGreaterThan(8000)
                .allSatisfy(key -> assertThat(
                                names.find(key, null).orElseThrow().model().qualifiedId())
                        .isEqualTo(key));
    }

    @Test
    void a_sellers_key_is_never_answered_by_another_whose_id_it_is() {
        // genai-prices 2026-08-21, provider openai, gpt-oss-120b: input_mtok 0.039; Groq's openai/gpt-oss-120b is
        // another offer
        CatalogueNames names = CatalogueNames.of(CATALOGUE, null);
        Model openAi = names.find("openai/gpt-oss-120b", null).orElseThrow().model();
        assertThat(openAi.qualifiedId()).isEqualTo("openai/gpt-oss-120b");
        assertThat(openAi.card(Instant.parse("2026-08-22T00:00:00Z"), null, null)
                        .orElseThrow()
                        .rates()
                        .get(Meter.INPUT_TOKENS)
                        .orElseThrow()
                        .perUnit())
                .isEqualTo(Fraction.of(new java.math.BigDecimal("0.000000039")));
        assertThat(names.find("groq/openai/gpt-oss-120b", null)
                        .orElseThrow()
                        .model()
                        .provider())
                .isEqualTo("groq");
        // without the wide list no seller's table has OpenAI's key, and Groq's id is no name of it
        assertThat(OWN.find("openai/gpt-oss-120b")).isEmpty();
    }

    @Test
    void an_offer_is_found_by_its_seller_and_id_alone() {
        assertThat(CATALOGUE.find("gpt-4o-2024-11-20")).isEqualTo(OWN.find("gpt-4o-2024-11-20"));
        assertThat(CATALOGUE.find("azure/no-such-model")).isEmpty();
    }

    @Test
    void the_version_is_the_hash_of_the_rows_so_that_no_row_is_edited_by_hand() throws IOException {
        List<String> lines = lines();
        assertThat(CATALOGUE.wide().version()).endsWith("-" + ContentHash.of(lines.subList(1, lines.size())));
    }

    @Test
    void the_catalogues_version_changes_with_the_wide_list() {
        assertThat(CATALOGUE.version())
                .isNotEqualTo(OWN.version())
                .isNotEqualTo(OWN.with(WideRows.of("{\"version\": \"2026-08-21-00000000\"}\n"))
                        .version())
                .startsWith(OWN.version().substring(0, OWN.version().lastIndexOf('-')));
    }

    @Test
    void an_offer_that_stands_twice_is_refused_with_its_line() {
        WideRows rows = WideRows.of("{}\na\tb\tb\t\t{}\na\tb\tb\t\t{}\n");
        assertThatThrownBy(rows::names).hasMessageContaining("offers.tsv:3");
    }

    @Test
    void a_line_of_another_form_is_refused_with_its_number() {
        assertThatThrownBy(WideRows.of("{}\na\tb\t{}\n")::names).hasMessageContaining("offers.tsv:2");
    }

    @Test
    void the_tables_of_names_that_the_build_made_are_those_of_the_list() throws IOException {
        try (InputStream in = WideRows.class.getResourceAsStream("/" + WideRows.TABLES_FILE)) {
            assertThat(in).as("made by ./mvnw process-classes").isNotNull();
            assertThat(in.readAllBytes())
                    .as("the list is newer: ./mvnw process-classes")
                    .isEqualTo(WideRows.of(String.join("\n", lines()) + "\n")
                            .names()
                            .tables());
        }
    }

    private static List<SpelledName> names() {
        WideNames names = CATALOGUE.wide().names();
        return IntStream.range(0, names.size()).mapToObj(names::name).toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = WideRows.class.getResourceAsStream("/wide/offers.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
