package smeta.catalogue.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.wide.WideRows;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.meter.Meter;
import smeta.money.ExchangeRates;
import smeta.price.RateCard;
import smeta.token.Tokenizers;

class WideMergeTest {
    private static final Catalogue OWN =
            new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final List<Imported> tables = new ArrayList<>();

    private void add(ImportFormat format, String day, String json) {
        tables.add(Importer.read(
                json.getBytes(StandardCharsets.UTF_8),
                new ImportSource(format.wireName(), format, format.wireName(), null, LocalDate.parse(day), null),
                OWN,
                new ExchangeRates(List.of())));
    }

    private Model model(String key) {
        return model(key, WideRows.NONE);
    }

    private Model model(String key, WideRows base) {
        return OWN.with(new WideMerge(OWN, base, tables).result().rows())
                .wide()
                .find(key)
                .orElseThrow();
    }

    private static String price(Model model, Meter meter) {
        RateCard card = model.card(NOW, null, null).orElseThrow();
        return card.rates().resolve(meter).map(r -> r.price().toPlainString()).orElse("unpriced");
    }

    private void liteLlm(String day, String fields) {
        add(
                ImportFormat.LITELLM,
                day,
                "{\"fireworks_ai/some-qwen3-8b\": {\"litellm_provider\": \"fireworks_ai\"," + " \"mode\": \"chat\", "
                        + fields + "}}");
    }

    private void modelsDev(String day, String limit, String cost) {
        add(
                ImportFormat.MODELS_DEV,
                day,
                "{\"fireworks-ai\": {\"models\": {\"some-qwen3-8b\": {\"limit\": {" + limit + "}, \"cost\": {" + cost
                        + "}}}}}");
    }

    @Test
    void a_row_is_its_real_sellers_and_the_newest_table_wins_while_the_other_price_is_kept_as_a_note() {
        modelsDev("2026-07-02", "\"context\": 32768", "\"input\": 0.3, \"output\": 0.4");
        liteLlm("2026-08-01", "\"input_cost_per_token\": 2e-07, \"output_cost_per_token\": 4e-07");
        Model offer = model("fireworks/some-qwen3-8b");
        // 2e-07 for a token × 1,000,000
        assertThat(price(offer, Meter.INPUT_TOKENS)).isEqualTo("0.2");
        assertThat(offer.notes()).containsExactly("models-dev-2026-07-02 prints input 0.3 USD / 1M tokens.");
        assertThat(offer.limits().contextTokens()).hasValue(32768);
        assertThat(offer.limits().source()).isEqualTo("models-dev-2026-07-02");
    }

    @Test
    void a_line_that_only_an_older_table_has_is_taken_from_it_where_the_two_agree() {
        liteLlm("2026-08-01", "\"input_cost_per_token\": 2e-07, \"output_cost_per_token\": 4e-07");
        modelsDev("2026-07-02", "\"context\": 32768", "\"input\": 0.2, \"output\": 0.4, \"cache_write\": 0.25");
        Model offer = model("fireworks/some-qwen3-8b");
        assertThat(price(offer, Meter.CACHE_WRITE_TOKENS)).isEqualTo("0.25");
        assertThat(offer.card(NOW, null, null).orElseThrow().sources())
                .containsExactly("litellm-2026-08-01", "models-dev-2026-07-02");
    }

    @Test
    void a_line_that_only_an_older_table_with_other_prices_has_is_unpriced_and_not_the_coarser_lines_price() {
        liteLlm("2026-08-01", "\"input_cost_per_token\": 2e-07, \"output_cost_per_token\": 4e-07");
        modelsDev(
                "2026-07-02",
                "\"context\": 32768",
                "\"input\": 0.3, \"output\": 0.4, \"cache_write\": 0.4, \"cache_read\": 0.03");
        Model offer = model("fireworks/some-qwen3-8b");
        assertThat(price(offer, Meter.CACHE_WRITE_TOKENS)).isEqualTo("unpriced");
        // reading a cache costs less than reading the prompt wherever it is sold, so that the input's rate is a bound
        assertThat(price(offer, Meter.CACHE_READ_TOKENS)).isEqualTo("0.2");
    }

    @Test
    void limits_that_disagree_are_not_mixed_and_the_older_ones_stay_visible() {
        liteLlm("2026-08-01", "\"input_cost_per_token\": 2e-07, \"max_output_tokens\": 4096");
        modelsDev("2026-07-02", "\"context\": 32768, \"output\": 8192", "\"input\": 0.2");
        Model offer = model("fireworks/some-qwen3-8b");
        assertThat(offer.limits().maxOutputTokens()).hasValue(4096);
        assertThat(offer.limits().contextTokens()).isEmpty();
        assertThat(offer.printed())
                .singleElement()
                .satisfies(p -> assertThat(p.figures())
                        .containsEntry("context", "32768")
                        .containsEntry("max_output", "8192"));
    }

    @Test
    void a_newer_table_goes_over_a_list_and_an_older_one_under_it() {
        modelsDev("2026-07-02", "\"context\": 32768", "\"input\": 0.3, \"output\": 0.4");
        WideRows base = new WideMerge(OWN, WideRows.NONE, tables).result().rows();
        tables.clear();
        liteLlm("2026-08-01", "\"input_cost_per_token\": 2e-07, \"output_cost_per_token\": 4e-07");
        assertThat(price(model("fireworks/some-qwen3-8b", base), Meter.INPUT_TOKENS))
                .isEqualTo("0.2");
        tables.clear();
        liteLlm("2026-06-01", "\"input_cost_per_token\": 2e-07, \"output_cost_per_token\": 4e-07");
        assertThat(price(model("fireworks/some-qwen3-8b", base), Meter.INPUT_TOKENS))
                .isEqualTo("0.3");
    }

    private void openRouter(String day, String prompt, String completion) {
        tables.add(Importer.read(
                ("{\"data\": [{\"id\": \"some/qwen3-8b\", \"pricing\": {\"prompt\": \"" + prompt
                                + "\", \"completion\": \"" + completion + "\"}, \"context_length\": 131072,"
                                + " \"top_provider\": {\"max_completion_tokens\": 65536}}]}")
                        .getBytes(StandardCharsets.UTF_8),
                new ImportSource(
                        "openrouter",
                        ImportFormat.OPENROUTER,
                        "openrouter",
                        null,
                        LocalDate.parse(day),
                        Currency.getInstance("USD")),
                OWN,
                new ExchangeRates(List.of())));
    }

    private void othersOfOpenRouter(String day) {
        add(
                ImportFormat.LITELLM,
                day,
                "{\"openrouter/some/qwen3-8b\": {\"litellm_provider\": \"openrouter\", \"mode\": \"chat\","
                        + " \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 1e-07,"
                        + " \"input_cost_per_query\": 0.01, \"max_output_tokens\": 8192}}");
    }

    /** 0.00000023 and 0.0000023 for a token × 1,000,000; the others' 1e-07 is 0.1. */
    private static void isOpenRoutersOwn(Model offer) {
        assertThat(price(offer, Meter.INPUT_TOKENS)).isEqualTo("0.23");
        assertThat(price(offer, Meter.OUTPUT_TOKENS)).isEqualTo("2.3");
        assertThat(offer.limits().maxOutputTokens()).hasValue(65536);
        assertThat(offer.limits().contextTokens()).hasValue(131072);
        assertThat(offer.notes()).anyMatch(note -> note.contains("prints input 0.1 USD / 1M tokens, output 0.1"));
        assertThat(offer.printed())
                .singleElement()
                .satisfies(p -> assertThat(p.figures()).containsEntry("max_output", "8192"));
    }

    @Test
    void a_sellers_own_table_goes_before_a_newer_one_of_others_in_prices_and_limits() {
        openRouter("2026-08-01", "0.00000023", "0.0000023");
        othersOfOpenRouter("2026-08-21");
        isOpenRoutersOwn(model("openrouter/some/qwen3-8b"));
    }

    @Test
    void a_row_of_a_sellers_own_table_stays_before_newer_tables_of_others_and_gives_way_to_its_own_newer_one() {
        openRouter("2026-08-01", "0.00000023", "0.0000023");
        WideRows base = new WideMerge(OWN, WideRows.NONE, tables).result().rows();
        tables.clear();
        othersOfOpenRouter("2026-10-01");
        isOpenRoutersOwn(model("openrouter/some/qwen3-8b", base));
        tables.clear();
        openRouter("2026-09-01", "0.0000003", "0.000003");
        assertThat(price(model("openrouter/some/qwen3-8b", base), Meter.INPUT_TOKENS))
                .isEqualTo("0.3");
        tables.clear();
        openRouter("2026-07-01", "0.0000003", "0.000003");
        assertThat(price(model("openrouter/some/qwen3-8b", base), Meter.INPUT_TOKENS))
                .isEqualTo("0.23");
    }

    @Test
    void the_order_in_which_tables_are_given_does_not_matter() {
        liteLlm("2026-08-01", "\"input_cost_per_token\": 2e-07");
        modelsDev("2026-07-02", "\"context\": 32768", "\"input\": 0.3");
        List<Imported> turned = new ArrayList<>(tables);
        java.util.Collections.reverse(turned);
        assertThat(new WideMerge(OWN, WideRows.NONE, turned).result().text())
                .isEqualTo(new WideMerge(OWN, WideRows.NONE, tables).result().text());
    }

    @Test
    void a_tier_without_a_type_is_one_of_the_prompts_size() {
        add(ImportFormat.MODELS_DEV, "2026-07-02", """
                {"abacus": {"models": {"m": {"cost": {"input": 1, "output": 2,
                 "tiers": [{"tier": {"size": 128000}, "input": 2, "output": 4}]}}}}}""");
        assertThat(model("abacus/m").rates().get(0).tiers())
                .singleElement()
                .satisfies(tier -> assertThat(tier.threshold()).isEqualTo(128_000));
    }

    @Test
    void a_limit_is_the_same_however_wide_its_number_is_kept() {
        ObjectNode newer = JsonNodeFactory.instance.objectNode();
        newer.putObject("limits").put("context", 32768L).put("source", "newer");
        ObjectNode older = JsonNodeFactory.instance.objectNode();
        older.putObject("limits").put("context", 32768).put("source", "older");
        assertThat(OfferMerge.merged(newer, older).has("printed")).isFalse();
    }
}
