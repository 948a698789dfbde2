package smeta.catalogue.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.wide.WideRows;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.money.ExchangeRates;
import smeta.price.RateCard;
import smeta.price.Rates;
import smeta.token.Tokenizers;

/** Rows of the shapes that the published tables have, each with the whole card that it becomes. */
class ImportedRowsTest {
    private static final Catalogue OWN = reader().read(CatalogueFiles.bundled());
    private static final Map<ImportFormat, Imported> TABLES = new TreeMap<>();

    private static CatalogueReader reader() {
        return new CatalogueReader(1000, Tokenizers.bundled().names());
    }

    private static Imported table(ImportFormat format) {
        return TABLES.computeIfAbsent(format, f -> {
            try (InputStream in = ImportedRowsTest.class.getResourceAsStream("/imports/" + f.wireName() + ".json")) {
                Currency currency = f.currency().isPresent() ? null : Currency.getInstance("USD");
                ImportSource source = new ImportSource("table", f, "table", null, LocalDate.of(2026, 11, 22), currency);
                return Importer.read(in.readAllBytes(), source, OWN, new ExchangeRates(List.of()));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static Model model(String format, String id) {
        Imported imported = table(ImportFormat.named(format).orElseThrow());
        WideRows rows =
                new WideMerge(OWN, WideRows.NONE, List.of(imported)).result().rows();
        return imported.offers().stream()
                .filter(offer -> offer.row().equals(id))
                .findFirst()
                .flatMap(offer -> OWN.with(rows).wide().find(offer.key()))
                .orElseThrow();
    }

    private static String lines(Rates rates) {
        Map<String, String> lines = new TreeMap<>();
        rates.byMeter()
                .forEach((meter, rate) ->
                        lines.put(meter.wireName(), rate.price().toPlainString() + "/" + rate.per()));
        return lines.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String rest(RateCard card) {
        List<String> rest = new ArrayList<>();
        card.tiers().forEach(t -> rest.add("tier " + t.first() + " " + lines(t.rates())));
        card.windows().forEach(w -> rest.add("window " + w.name() + " " + lines(w.rates())));
        new TreeMap<>(card.variants()).forEach((name, rates) -> rest.add("variant " + name + " " + lines(rates)));
        new TreeMap<>(card.services())
                .forEach((name, service) -> rest.add("service " + name + " " + lines(service.rates())));
        return String.join("; ", rest);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/imports/rows.csv",
            delimiter = '|',
            emptyValue = "",
            nullValues = "–",
            maxCharsPerColumn = 1000)
    void a_row_becomes_this_card_and_no_other(String format, String id, String lines, String rest) {
        List<RateCard> cards = model(format, id).rates();
        if (lines == null) {
            assertThat(cards).isEmpty();
            assertThat(model(format, id).notes()).isNotEmpty();
        } else {
            assertThat(cards).hasSize(1);
            assertThat(lines(cards.get(0).rates())).isEqualTo(lines);
            assertThat(rest(cards.get(0))).isEqualTo(rest == null ? "" : rest);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "litellm, rented/*/1-month-commitment/text-v14, 'input_cost_per_second output_cost_per_second'",
        "litellm, picture/tokens, output_cost_per_image_4K",
        "litellm, late/priority, 'input_cost_per_token_above_272k_tokens_priority"
                + " output_cost_per_token_above_272k_tokens_batches'",
        "litellm, odd/shapes, 'guardrail_cost_per_unit off_peak_pricing output_cost_per_second_720p"
                + " provider_specific_entry regional_processing_uplift_multiplier_us search_context_cost_per_query"
                + " tiered_pricing'",
        "genai-prices, vendor/conditions, prices.constraint"
    })
    void what_no_card_can_hold_is_named_in_the_cards_note_and_in_the_list(String format, String id, String fields) {
        Imported imported = table(ImportFormat.named(format).orElseThrow());
        assertThat(imported.leftOut()).containsKeys(fields.split(" "));
        Model model = model(format, id);
        assertThat(
                        model.rates().isEmpty()
                                ? model.notes().toString()
                                : model.rates().get(0).notes().toString())
                .contains(fields.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "litellm, sees.and-hears-v1:0, audio file image text",
        "litellm, multimodal@001, image text video",
        "litellm, transcribed/second, audio",
        "litellm, Two Words/UPPER, text",
        "genai-prices, vendor/pages, file text",
        "genai-prices, vendor/transcribed, audio text"
    })
    void a_model_accepts_what_the_row_says_or_what_it_has_a_price_for(String format, String id, String accepts) {
        assertThat(model(format, id).accepts().stream()
                        .map(m -> m.toString().toLowerCase(java.util.Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(accepts);
    }
}
