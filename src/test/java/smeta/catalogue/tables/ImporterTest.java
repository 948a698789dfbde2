package smeta.catalogue.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Limits;
import smeta.catalogue.Model;
import smeta.catalogue.WideList;
import smeta.catalogue.wide.WideRows;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.meter.Meter;
import smeta.money.ExchangeRate;
import smeta.money.ExchangeRates;
import smeta.price.Offer;
import smeta.price.RateCard;
import smeta.price.Rates;
import smeta.price.ServiceTier;
import smeta.price.Tier;
import smeta.price.Window;
import smeta.token.Tokenizers;

class ImporterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Catalogue OWN = reader().read(CatalogueFiles.bundled());
    private static final ExchangeRates EXCHANGE = new ExchangeRates(List.of(new ExchangeRate(
            Currency.getInstance("USD"),
            Currency.getInstance("RUB"),
            new java.math.BigDecimal("80"),
            DAY,
            "the test")));

    private static CatalogueReader reader() {
        return new CatalogueReader(1000, Tokenizers.bundled().names());
    }

    private static Imported read(ImportFormat format, String currency) throws IOException {
        try (InputStream in = ImporterTest.class.getResourceAsStream("/imports/" + format.wireName() + ".json")) {
            return Importer.read(in.readAllBytes(), source(format, currency), OWN, EXCHANGE);
        }
    }

    private static ImportSource source(ImportFormat format, String currency) {
        return new ImportSource(
                "table",
                format,
                "table",
                "https://example.org/table.json",
                DAY,
                currency == null ? null : Currency.getInstance(currency));
    }

    /** A table's offers beside the own files. */
    private record Merged(Imported imported, WideList list) {}

    private static Merged merged(Imported imported) {
        WideMerge.Result result = new WideMerge(OWN, WideRows.NONE, List.of(imported)).result();
        return new Merged(result.tables().get(0), OWN.with(result.rows()).wide());
    }

    private static Model model(Merged merged, String row) {
        return merged.imported().offers().stream()
                .filter(offer -> offer.row().equals(row))
                .findFirst()
                .flatMap(offer -> merged.list().find(offer.key()))
                .orElseThrow();
    }

    private static RateCard card(Merged merged, String id) {
        return model(merged, id).rates().get(0);
    }

    private static Map<String, String> lines(Rates rates) {
        Map<String, String> lines = new TreeMap<>();
        rates.byMeter()
                .forEach((meter, rate) ->
                        lines.put(meter.wireName(), rate.price().toPlainString() + " / " + rate.per()));
        return lines;
    }

    private static List<String> codes(Imported imported, String model) {
        return imported.flags().stream()
                .filter(f -> f.model().equals(model))
                .map(Flag::code)
                .toList();
    }

    @Test
    void litellm_is_in_dollars_for_one_and_exponents_are_exact() throws IOException {
        Imported imported = read(ImportFormat.LITELLM, null);
        Merged merged = merged(imported);
        assertThat(merged.imported().offers()).hasSameSizeAs(imported.offers());
        RateCard long_ = card(merged, "everything/long");
        Map<String, String> expected = new TreeMap<>(Map.of(
                "input_tokens",
                "0.15 / 1000000",
                "output_tokens",
                "0.6 / 1000000",
                "cache_read_tokens",
                "0.015 / 1000000",
                "cache_write_5m_tokens",
                "0.1875 / 1000000",
                "cache_write_1h_tokens",
                "0.3 / 1000000",
                "cache_read_audio_tokens",
                "0.1 / 1000000",
                "reasoning_tokens",
                "0.9 / 1000000",
                "citation_tokens",
                "2 / 1000000",
                "audio_tokens",
                "0.7 / 1000000",
                "audio_output_tokens",
                "2 / 1000000"));
        expected.putAll(Map.of(
                "image_tokens",
                "0.3 / 1000000",
                "image_output_tokens",
                "3 / 1000000",
                "video_output_tokens",
                "4 / 1000000",
                "requests",
                "0.005 / 1",
                "pages",
                "0.001 / 1"));
        assertThat(lines(long_.rates())).isEqualTo(expected);
        assertThat(long_.currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(long_.tiers()).singleElement().satisfies(t -> {
            assertThat(t.threshold()).isEqualTo(200_000);
            assertThat(t.inclusive()).isFalse();
            assertThat(lines(t.rates()))
                    .isEqualTo(Map.of(
                            "input_tokens",
                            "0.3 / 1000000",
                            "output_tokens",
                            "1.2 / 1000000",
                            "cache_read_tokens",
                            "0.03 / 1000000",
                            "cache_write_1h_tokens",
                            "0.6 / 1000000"));
        });
        assertThat(lines(long_.services().get(ServiceTier.FLEX).rates()))
                .isEqualTo(Map.of("input_tokens", "0.075 / 1000000", "output_tokens", "0.3 / 1000000"));
        assertThat(lines(long_.services().get(ServiceTier.PRIORITY).rates()))
                .isEqualTo(Map.of("input_tokens", "0.35 / 1000000"));
        assertThat(long_.services().get(ServiceTier.PRIORITY).tiers())
                .extracting(Tier::threshold)
                .containsExactly(272_000L);
        assertThat(long_.services().get(ServiceTier.FAST).multiplier()).isEqualByComparingTo("6");
        assertThat(long_.residency()).containsOnlyKeys("eu", "us", "regional");
        assertThat(long_.variants()).containsOnlyKeys("search low", "search medium", "search high");
        assertThat(long_.windows())
                .singleElement()
                .extracting(Window::rates)
                .satisfies(r -> assertThat(lines((Rates) r))
                        .isEqualTo(Map.of("input_tokens", "0.075 / 1000000", "output_tokens", "0.3 / 1000000")));
        assertThat(model(merged, "everything/long").retirement().on()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(model(merged, "everything/long").limits().maxInput().tokens())
                .isEqualTo(1_000_000);
    }

    @Test
    void litellm_lists_every_price_field_that_no_line_can_hold() throws IOException {
        assertThat(read(ImportFormat.LITELLM, null).leftOut().keySet())
                .containsExactlyInAnyOrder(
                        "annotation_cost_per_page",
                        "guardrail_cost_per_unit",
                        "input_cost_per_character_above_128k_tokens",
                        "input_cost_per_second",
                        "input_cost_per_token_above_272k_tokens_priority",
                        "input_cost_per_video_per_second_above_15s_interval",
                        "off_peak_pricing",
                        "output_cost_per_character_above_128k_tokens",
                        "output_cost_per_image_4K",
                        "output_cost_per_pixel",
                        "output_cost_per_second_720p",
                        "output_cost_per_token_above_272k_tokens_batches",
                        "provider_specific_entry",
                        "regional_processing_uplift_multiplier_us",
                        "search_context_cost_per_query",
                        "tiered_pricing",
                        "cache_creation_input_audio_token_cost",
                        "code_interpreter_cost_per_session",
                        "computer_use_input_cost_per_1k_tokens",
                        "file_search_cost_per_1k_calls",
                        "google_maps_grounding_cost_per_query",
                        "input_cost_per_character",
                        "input_cost_per_image",
                        "input_cost_per_pixel",
                        "input_cost_per_token",
                        "input_cost_per_token_ultrafast",
                        "input_cost_per_video_per_second_above_8s_interval",
                        "input_dbu_cost_per_token",
                        "ocr_cost_per_credit",
                        "output_cost_per_second",
                        "vector_store_cost_per_gb_per_day",
                        "web_search_billing_unit");
    }

    @Test
    void litellm_has_tiers_in_three_forms() throws IOException {
        Merged merged = merged(read(ImportFormat.LITELLM, null));
        RateCard tiered = card(merged, "qwen/tiered");
        assertThat(lines(tiered.rates()))
                .isEqualTo(Map.of("input_tokens", "1.2 / 1000000", "output_tokens", "6 / 1000000"));
        assertThat(tiered.tiers()).singleElement().satisfies(t -> {
            assertThat(t.first()).isEqualTo(32_001);
            assertThat(lines(t.rates()))
                    .containsEntry("cache_read_tokens", "0.48 / 1000000")
                    .containsEntry("reasoning_tokens", "13 / 1000000");
        });
        assertThat(card(merged, "xai/grok").tiers()).extracting(Tier::first).containsExactly(200_000L);
    }

    @Test
    void litellm_prices_seconds_characters_and_queries() throws IOException {
        Merged merged = merged(read(ImportFormat.LITELLM, null));
        assertThat(lines(card(merged, "whisper").rates())).isEqualTo(Map.of("audio_seconds", "0.0001 / 1"));
        assertThat(lines(card(merged, "film").rates())).isEqualTo(Map.of("video_output_seconds", "0.05 / 1"));
        assertThat(lines(card(merged, "film").variants().get("1080p")))
                .isEqualTo(Map.of("video_output_seconds", "0.08 / 1"));
        assertThat(lines(card(merged, "speech").rates())).isEqualTo(Map.of("input_characters", "15 / 1000000"));
        assertThat(lines(card(merged, "rerank").rates())).containsEntry("requests", "0.002 / 1");
        assertThat(lines(card(merged, "legacy").rates())).containsEntry("cache_read_tokens", "0.014 / 1000000");
    }

    @Test
    void what_is_probably_in_another_unit_is_flagged_and_has_no_price() throws IOException {
        Imported imported = read(ImportFormat.LITELLM, null);
        Merged merged = merged(imported);
        assertThat(codes(imported, "sample_spec")).containsExactly("documentation");
        assertThat(codes(imported, "zeros")).containsExactly("zero_prices");
        assertThat(codes(imported, "databricks/gpt-4o-mini")).contains("unit");
        assertThat(codes(imported, "per-minute")).containsExactly("out_of_range");
        assertThat(codes(imported, "words")).containsExactly("not_a_number");
        for (String id : List.of("zeros", "databricks/gpt-4o-mini", "per-minute")) {
            assertThat(model(merged, id).rates()).isEmpty();
            assertThat(model(merged, id).notes()).isNotEmpty();
        }
        assertThat(imported.offers()).noneMatch(offer -> offer.row().equals("sample_spec"));
    }

    @Test
    void a_model_that_is_known_here_has_its_vocabulary_and_its_table_with_the_day() throws IOException {
        Merged merged = merged(read(ImportFormat.LITELLM, null));
        assertThat(model(merged, "gpt-4o").tokenizer()).isEqualTo("o200k_base");
        assertThat(model(merged, "gpt-4o").sources().get("table-2026-11-22").asOf())
                .isEqualTo("2026-11-22");
    }

    @ParameterizedTest
    @CsvSource({
        "litellm, ,"
                + " '{\"openai/gpt-4o\":{\"mode\":\"chat\",\"input_cost_per_token\":2.5e-06},\"azure/gpt-4o\":{\"mode\":\"chat\",\"input_cost_per_token\":2.5e-06}}'",
        "models-dev, ,"
                + " '{\"openai\":{\"models\":{\"gpt-4o\":{\"cost\":{\"input\":2.5}}}},\"azure\":{\"models\":{\"gpt-4o\":{\"cost\":{\"input\":2.5}}}}}'",
        "genai-prices, , '[{\"id\":\"openai\",\"models\":[{\"id\":\"gpt-4o\",\"prices\":{\"input_mtok\":2.5}}]},"
                + "{\"id\":\"azure\",\"models\":[{\"id\":\"gpt-4o\",\"prices\":{\"input_mtok\":2.5}}]}]'",
        "openrouter, USD, '{\"data\":[{\"id\":\"openai/gpt-4o\",\"pricing\":{\"prompt\":\"0.0000025\"}},"
                + "{\"id\":\"azure/gpt-4o\",\"pricing\":{\"prompt\":\"0.0000025\"}}]}'"
    })
    void a_model_that_the_table_has_under_its_makers_very_name_is_read(String format, String currency, String json) {
        ImportSource source = source(ImportFormat.named(format).orElseThrow(), currency);
        Merged merged = merged(Importer.read(json.getBytes(StandardCharsets.UTF_8), source, OWN, EXCHANGE));
        assertThat(merged.imported().flags()).isEmpty();
        for (String id : List.of("openai/gpt-4o", "azure/gpt-4o")) {
            assertThat(model(merged, id).tokenizer()).isEqualTo("o200k_base");
            assertThat(model(merged, id).limits()).isEqualTo(Limits.UNKNOWN);
            assertThat(lines(card(merged, id).rates())).isEqualTo(Map.of("input_tokens", "2.5 / 1000000"));
        }
    }

    @Test
    void a_name_that_stands_twice_in_an_object_is_flagged_and_the_last_one_counts() {
        String json =
                "{\"a/b\":{\"input_cost_per_token\":1e-06,\"input_cost_per_token\":2e-06},\"c\":{\"input_cost_per_token\":3e-06},"
                        + "\"c\":{\"input_cost_per_token\":4e-06}}";
        Imported imported =
                Importer.read(json.getBytes(StandardCharsets.UTF_8), source(ImportFormat.LITELLM, null), OWN, EXCHANGE);
        assertThat(imported.flags())
                .extracting(Flag::model, Flag::code)
                .containsExactly(tuple("a/b/input_cost_per_token", "duplicate"), tuple("c", "duplicate"));
        assertThat(lines(card(merged(imported), "a/b").rates())).isEqualTo(Map.of("input_tokens", "2 / 1000000"));
        assertThat(lines(card(merged(imported), "c").rates())).isEqualTo(Map.of("input_tokens", "4 / 1000000"));
    }

    @Test
    void a_table_in_cents_is_refused_as_a_whole() {
        String cents =
                "{\"gpt-4o\":{\"mode\":\"chat\",\"input_cost_per_token\":0.00025,\"output_cost_per_token\":0.001},"
                        + "\"gpt-4o-mini\":{\"mode\":\"chat\",\"input_cost_per_token\":0.000015,\"output_cost_per_token\":0.00006},"
                        + "\"gpt-4\":{\"mode\":\"chat\",\"input_cost_per_token\":0.003,\"output_cost_per_token\":0.006}}";
        assertThatThrownBy(() -> Importer.read(
                        cents.getBytes(StandardCharsets.UTF_8), source(ImportFormat.LITELLM, null), OWN, EXCHANGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cents");
    }

    @Test
    void openrouter_is_in_the_configured_currency_for_one_token() throws IOException {
        Imported imported = read(ImportFormat.OPENROUTER, "RUB");
        Merged merged = merged(imported);
        Map<String, String> expected = new TreeMap<>(Map.of(
                "input_tokens",
                "0.1 / 1000000",
                "output_tokens",
                "0.4 / 1000000",
                "reasoning_tokens",
                "0.5 / 1000000",
                "cache_read_tokens",
                "0.025 / 1000000",
                "cache_write_tokens",
                "0.1833 / 1000000",
                "requests",
                "0.005 / 1",
                "images",
                "0.0000258 / 1",
                "audio_tokens",
                "0.7 / 1000000",
                "web_searches",
                "0.014 / 1"));
        expected.putAll(Map.of(
                "cache_write_1h_tokens",
                "0.2 / 1000000",
                "image_output_tokens",
                "120 / 1000000",
                "audio_output_tokens",
                "64 / 1000000",
                "cache_read_audio_tokens",
                "0.2 / 1000000"));
        assertThat(lines(card(merged, "vendor/every-field").rates())).isEqualTo(expected);
        assertThat(card(merged, "vendor/every-field").tiers()).singleElement().satisfies(t -> {
            assertThat(t.first()).isEqualTo(200_001);
            assertThat(lines(t.rates()))
                    .isEqualTo(Map.of(
                            "input_tokens",
                            "0.2 / 1000000",
                            "output_tokens",
                            "0.6 / 1000000",
                            "cache_read_tokens",
                            "0.05 / 1000000"));
        });
        assertThat(card(merged, "vendor/every-field").currency()).isEqualTo(Currency.getInstance("RUB"));
        assertThat(imported.leftOut())
                .containsOnlyKeys(
                        "pricing.discount",
                        "pricing.image_token",
                        "pricing.overrides",
                        "pricing.overrides by min_prompt_tokens, utc_start, utc_end",
                        "pricing.overrides by utc_start, utc_end",
                        "pricing.overrides by utc_start, utc_end, utc_days");
        Model model = model(merged, "vendor/every-field");
        assertThat(model.limits().context().tokens()).isEqualTo(262_144);
        assertThat(model.limits().maxOutput().tokens()).isEqualTo(8192);
        assertThat(model.released()).isEqualTo("2025-02-05");
        assertThat(model.tools()).isTrue();
        assertThat(lines(card(merged, "vendor/zeros-beside").rates()))
                .containsOnlyKeys("input_tokens", "output_tokens");
        assertThat(lines(card(merged, "vendor/image-is-token").rates()))
                .containsOnlyKeys("input_tokens", "output_tokens");
        assertThat(codes(imported, "vendor/image-is-token")).containsExactly("image_unit");
        assertThat(codes(imported, "openrouter/auto")).containsExactly("negative");
        assertThat(model(merged, "openrouter/auto").rates()).isEmpty();
        assertThat(card(merged, "vendor/model:free").offer()).isEqualTo(Offer.FREE);
        assertThat(codes(imported, "vendor/silent-zero")).containsExactly("zero_prices");
        assertThat(codes(imported, "vendor/zeros-beside")).containsExactly("duplicate");
    }

    @Test
    void a_format_without_a_currency_needs_one_and_a_format_with_one_takes_no_other() {
        assertThatThrownBy(() -> source(ImportFormat.OPENROUTER, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("currency");
        assertThatThrownBy(() -> source(ImportFormat.LITELLM, "RUB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("USD");
    }

    @Test
    void models_dev_is_in_dollars_for_a_million() throws IOException {
        Imported imported = read(ImportFormat.MODELS_DEV, null);
        Merged merged = merged(imported);
        RateCard card = card(merged, "vendor/tiers");
        assertThat(lines(card.rates()))
                .isEqualTo(Map.of(
                        "input_tokens",
                        "2 / 1000000",
                        "output_tokens",
                        "12 / 1000000",
                        "reasoning_tokens",
                        "13 / 1000000",
                        "cache_read_tokens",
                        "0.2 / 1000000",
                        "cache_write_tokens",
                        "2.5 / 1000000",
                        "audio_tokens",
                        "3 / 1000000",
                        "audio_output_tokens",
                        "24 / 1000000"));
        assertThat(card.tiers()).extracting(Tier::threshold).containsExactly(272_000L);
        assertThat(lines(card.services().get(ServiceTier.FAST).rates())).containsEntry("input_tokens", "12 / 1000000");
        assertThat(imported.leftOut()).containsOnlyKeys("cost.smell", "experimental.modes.slow");
        assertThat(card(merged, "vendor/legacy").tiers())
                .extracting(Tier::threshold)
                .containsExactly(200_000L);
        assertThat(codes(imported, "vendor/legacy")).containsExactly("tier_size");
        assertThat(codes(imported, "vendor/subscription")).containsExactly("zero_prices");
        assertThat(codes(imported, "vendor/no-cost")).containsExactly("no_price");
        Model model = model(merged, "vendor/tiers");
        assertThat(model.limits().maxInput().tokens()).isEqualTo(922_000);
        assertThat(model.status()).isEqualTo("preview");
    }

    @Test
    void genai_prices_have_tiers_by_line_dates_and_hours() throws IOException {
        Imported imported = read(ImportFormat.GENAI_PRICES, null);
        Merged merged = merged(imported);
        RateCard card = card(merged, "vendor/every-field");
        assertThat(lines(card.rates()))
                .hasSize(18)
                .containsEntry("input_tokens", "1.25 / 1000000")
                .containsEntry("requests", "5 / 1000")
                .containsEntry("web_searches", "10 / 1000")
                .containsEntry("pages", "1 / 1000")
                .containsEntry("cache_read_image_tokens", "0.14 / 1000000")
                .containsEntry("citation_tokens", "2 / 1000000")
                .containsEntry("image_output_tokens", "120 / 1000000");
        assertThat(card.tiers())
                .singleElement()
                .satisfies(t -> assertThat(lines(t.rates()))
                        .isEqualTo(Map.of("input_tokens", "2.5 / 1000000", "output_tokens", "15 / 1000000")));
        assertThat(imported.leftOut())
                .containsOnlyKeys(
                        "prices.input_gpixels",
                        "prices.audio_hours",
                        "prices.constraint",
                        "prices.input_annotated_document_kpages");
        Model dated = model(merged, "vendor/dated");
        List<String> inputs = new ArrayList<>();
        for (String day : List.of("2026-05-31", "2026-06-01", "2026-11-30", "2026-12-01")) {
            inputs.add(lines(dated.card(Instant.parse(day + "T12:00:00Z"), null, null)
                            .orElseThrow()
                            .rates())
                    .get("input_tokens"));
        }
        assertThat(inputs).containsExactly("2 / 1000000", "3 / 1000000", "3 / 1000000", "4 / 1000000");
        assertThat(card(merged, "vendor/hours").windows())
                .singleElement()
                .satisfies(
                        w -> assertThat(w.hours()).extracting(Object::toString).hasSize(1));
    }

    @Test
    void a_row_whose_prices_the_catalogue_refuses_has_none_and_one_that_makes_no_model_is_left_out() {
        ObjectNode prices = JsonNodeFactory.instance.objectNode();
        prices.putArray("rates").addObject().put("input", "cheap").put("source", "table-2026-11-22");
        ObjectNode nothing = JsonNodeFactory.instance.objectNode().put("accepts", "thoughts");
        Imported imported = new Imported(
                source(ImportFormat.LITELLM, null),
                List.of(
                        new ImportedOffer("a/priced", "a", "priced", prices),
                        new ImportedOffer("a/none", "a", "none", nothing)),
                List.of(),
                Map.of());
        Merged merged = merged(imported);
        assertThat(model(merged, "a/priced").rates()).isEmpty();
        assertThat(model(merged, "a/priced").notes()).singleElement().asString().contains("cheap");
        assertThat(merged.list().find("a/none")).isEmpty();
        assertThat(codes(merged.imported(), "a/none")).containsExactly("rejected");
    }

    @Test
    void a_table_of_more_rows_than_any_that_is_published_is_refused() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i <= 20_000; i++) {
            json.append(i == 0 ? "" : ",").append("\"m").append(i).append("\":{\"input_cost_per_token\":1e-06}");
        }
        byte[] bytes = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Importer.requireTable(bytes, ImportFormat.LITELLM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20000");
    }

    @ParameterizedTest
    @CsvSource({
        // a medium's rate for a million tokens beside text at 0.15: what it becomes
        "audio, 10, as printed with a doubt", // gpt-4o-mini-audio-preview, 10 against 0.15 (OpenAI, pricing, 2025)
        "audio, 15, unpriced", // 100 times
        "image, 10, unpriced", // no vendor sells pictures' tokens at 67 times the text's
        "audio, 7, as printed"
    })
    void a_mediums_rate_far_from_the_texts_is_doubted_or_unpriced_and_never_the_texts(
            String line, String price, String becomes) {
        ImportSheet sheet = new ImportSheet();
        ImportedModel row = sheet.model("some/model");
        ImportedCard card = new ImportedCard();
        card.lines.put("input", Price.perMillion(new java.math.BigDecimal("0.15")));
        card.lines.put(line, Price.perMillion(new java.math.BigDecimal(price)));
        row.cards.add(card);
        ImportSource source = source(ImportFormat.LITELLM, null);
        new Guards(sheet, source, OWN, EXCHANGE).apply();
        Imported imported = new Imported(source, new TableRows(source, OWN).offers(sheet), sheet.flags, Map.of());
        RateCard read = card(merged(imported), "some/model");
        Meter meter = line.equals("audio") ? Meter.AUDIO_TOKENS : Meter.IMAGE_TOKENS;
        assertThat(read.rates().resolve(meter).isPresent()).isEqualTo(!becomes.equals("unpriced"));
        assertThat(read.doubts()).hasSize(becomes.endsWith("doubt") ? 1 : 0);
    }

    @Test
    void what_is_no_table_is_refused() {
        for (String text : List.of("<html>", "[]", "{}", "{\"data\":[]}", "null", "1")) {
            for (ImportFormat format : ImportFormat.values()) {
                assertThatThrownBy(() -> Importer.requireTable(text.getBytes(StandardCharsets.UTF_8), format))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
