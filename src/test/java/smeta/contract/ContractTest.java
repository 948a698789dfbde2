package smeta.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.Money;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.Terms;
import smeta.token.Tokenizers;

class ContractTest {
    private static final Catalogue CATALOGUE =
            new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());
    private static final CatalogueNames PLAIN = CatalogueNames.of(CATALOGUE, null);
    private static final CatalogueNames NAMES = contract(example()).over(PLAIN);

    private static String example() {
        try {
            return Files.readString(Path.of("docs/contract.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract contract(String text) {
        ContractReader.Read read = ContractReader.read("contract.yaml", text, PLAIN);
        assertThat(read.defects()).isEmpty();
        return read.contract();
    }

    private static Bill bill(CatalogueNames names, String name, String day, Map<Meter, Count> usage) {
        Model model = names.find(name, null).orElseThrow().model();
        RateCard card =
                model.card(Instant.parse(day + "T00:00:00Z"), null, null).orElseThrow();
        return Biller.bill(card, usage(usage), Terms.STANDARD);
    }

    private static Usage usage(Map<Meter, Count> counts) {
        Usage usage = Usage.NONE;
        for (Map.Entry<Meter, Count> one : counts.entrySet()) {
            usage = usage.plus(one.getKey(), one.getValue());
        }
        return usage;
    }

    private static Bill million(String name, String day) {
        return bill(NAMES, name, day, Map.of(Meter.INPUT_TOKENS, Count.exact(1_000_000)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "chat-prod, contract",
        "' chat-prod', spaces contract",
        "Chat-Prod, case contract",
        "openai/chat-prod, gateway_prefix contract",
        "openai/CHAT-PROD, gateway_prefix case contract"
    })
    void a_name_of_the_contract_is_understood_in_any_case_and_behind_its_seller(String name, String by) {
        NamedModel named = NAMES.find(name, null).orElseThrow();
        assertThat(named.model().qualifiedId()).isEqualTo("openai/gpt-4o-2024-11-20");
        assertThat(named.resolution().by()).containsExactly(by.split(" "));
        assertThat(named.isListed()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"anthropic/chat-prod", "chat-prod/openai", "chat-prod-2", "/chat-prod", "x/openai/chat-prod"})
    void another_sellers_or_a_longer_name_is_not_the_contracts(String name) {
        assertThat(NAMES.find(name, null)).isEmpty();
    }

    @Test
    void a_name_of_the_contract_wins_over_a_model_of_that_name() {
        CatalogueNames names = contract("""
                contract: ours
                as_of: 2026-11-01
                names: { gpt-4: openai/gpt-4o-mini }
                """).over(PLAIN);
        assertThat(names.find("gpt-4", null).orElseThrow().model().id()).isEqualTo("gpt-4o-mini");
        assertThat(names.find("openai/gpt-4", "openai").orElseThrow().model().id())
                .isEqualTo("gpt-4o-mini");
        assertThat(names.find("gpt-4-0613", null).orElseThrow().model().id()).isEqualTo("gpt-4-0613");
    }

    @ParameterizedTest(name = "{0} on {1}: {2} less {3} %")
    @CsvSource({
        // the list price of a million tokens in, the discount of that day, and what is left of it
        "chat-prod,                2025-12-31, 2.5,  0,  2.5",
        "chat-prod,                2026-01-01, 2.5,  12, 2.2",
        "gpt-4o-2024-11-20,        2026-12-31, 2.5,  12, 2.2",
        "openai/gpt-4o-2024-11-20, 2027-01-01, 2.5,  10, 2.25",
        // 1.25 × 0.88, 1.25 × 0.8 instead of both, 1.25 × 0.88 again
        "gpt-5,                    2026-09-30, 1.25, 12, 1.1",
        "gpt-5,                    2026-10-01, 1.25, 20, 1",
        "gpt-5,                    2026-12-14, 1.25, 20, 1",
        "gpt-5,                    2026-12-15, 1.25, 12, 1.1",
        // rates of the contract's own are what is paid
        "summaries,                2026-11-22, 0.12, 0,  0.12",
        "openai/gpt-4o-mini,       2026-11-22, 0.15, 12, 0.132",
        // another seller's
        "claude-opus-4-8,          2026-11-22, 5,    0,  5"
    })
    void a_bill_has_the_list_price_and_then_the_discount_of_its_day(
            String name, String day, String list, int percent, String total) {
        Bill bill = million(name, day);
        assertThat(bill.lines()).singleElement().extracting(Bill.Line::likely).isEqualTo(Money.of(list, "USD"));
        assertThat(bill.lines().get(0).rate().price()).isEqualByComparingTo(list);
        assertThat(bill.discounts()).hasSize(percent == 0 ? 0 : 1);
        bill.discounts().forEach(d -> {
            assertThat(d.discount().percent()).isEqualByComparingTo(String.valueOf(percent));
            assertThat(d.likely()).isEqualTo(Money.of(list, "USD"));
        });
        assertThat(bill.likely()).isEqualTo(Money.of(total, "USD"));
    }

    @Test
    void own_rates_say_whose_they_are_and_fall_back_like_a_sellers() {
        Model model = NAMES.find("summaries", null).orElseThrow().model();
        RateCard card =
                model.card(Instant.parse("2026-11-22T00:00:00Z"), null, null).orElseThrow();
        assertThat(model.source(card.sources().get(0)).orElseThrow().title()).isEqualTo("Acme's agreements");
        assertThat(card.notes()).extracting(n -> n.code()).containsExactly("contract_rates");
        // (1,000,000 in + 1,000,000 cached) × 0.12, as no cache rate was agreed, + 1,000,000 × 0.48
        assertThat(bill(
                                NAMES,
                                "summaries",
                                "2026-11-22",
                                Map.of(
                                        Meter.INPUT_TOKENS, Count.exact(1_000_000),
                                        Meter.CACHE_READ_TOKENS, Count.exact(1_000_000),
                                        Meter.OUTPUT_TOKENS, Count.exact(1_000_000)))
                        .likely())
                .isEqualTo(Money.of("0.72", "USD"));
    }

    @Test
    void the_bounds_are_reduced_like_the_likely_price() {
        Bill bill = bill(
                NAMES,
                "chat-prod",
                "2026-11-22",
                Map.of(Meter.INPUT_TOKENS, Count.between(1_000_000, 2_000_000, 4_000_000)));
        // 2.5, 5 and 10 dollars × 0.88
        assertThat(List.of(bill.low(), bill.likely(), bill.high()))
                .containsExactly(Money.of("2.2", "USD"), Money.of("4.4", "USD"), Money.of("8.8", "USD"));
        assertThat(bill.discounts().get(0).amount()).isEqualTo(Money.of("0.6", "USD"));
    }

    @Test
    void a_deployment_of_an_offer_that_no_list_has_is_priced_by_its_own_rates_alone() {
        CatalogueNames names = contract("""
                contract: ours
                as_of: 2026-11
                names:
                  eu: { model: anyscale/gpt-4o, rates: [{ unit: EUR / 1M tokens, input: 2.2, output: 9 }] }
                """).over(PLAIN);
        Model model = names.find("eu", null).orElseThrow().model();
        assertThat(model.tokenizer()).isEqualTo("o200k_base");
        assertThat(model.limits().contextTokens()).isEmpty();
        assertThat(bill(names, "eu", "2026-11-22", Map.of(Meter.OUTPUT_TOKENS, Count.exact(1000)))
                        .likely())
                .isEqualTo(Money.of("0.009", "EUR"));
    }

    @Test
    void the_version_tells_the_contract_and_the_plain_catalogue_stays_as_it_was() {
        assertThat(NAMES.catalogue().version()).startsWith(CATALOGUE.version() + "+");
        String other = contract(example().replace("percent: 12", "percent: 13"))
                .over(PLAIN)
                .catalogue()
                .version();
        assertThat(other).isNotEqualTo(NAMES.catalogue().version());
        assertThat(CATALOGUE.find("openai/gpt-5").orElseThrow().rates()).allMatch(c -> c.discount() == null);
    }

    @Test
    void whatever_a_card_holds_its_parts_cover_its_period_and_cost_the_list_price_less_the_discount() {
        Random random = new Random(20261128);
        List<Model> models = CATALOGUE.models().stream()
                .filter(m -> m.provider().equals("openai"))
                .toList();
        for (int i = 0; i < 2_000; i++) {
            Model plain = models.get(random.nextInt(models.size()));
            Model agreed = NAMES.catalogue().find(plain.qualifiedId()).orElseThrow();
            Instant moment = Instant.parse("2025-06-01T00:00:00Z").plusSeconds(random.nextInt(3 * 365 * 86_400));
            RateCard list = plain.card(moment, null, null).orElse(null);
            RateCard card = agreed.card(moment, null, null).orElse(null);
            assertThat(card == null).isEqualTo(list == null);
            if (list == null || !list.hasPrice()) {
                continue;
            }
            Usage usage = usage(Map.of(
                    Meter.INPUT_TOKENS, Count.exact(random.nextInt(400_000)),
                    Meter.OUTPUT_TOKENS, Count.between(0, random.nextInt(1_000), 1_000)));
            Bill before = Biller.bill(list, usage, Terms.STANDARD);
            Bill after = Biller.bill(card, usage, Terms.STANDARD);
            Money off = card.discount() == null
                    ? Money.zero(list.currency())
                    : card.discount().off(before.high());
            assertThat(after.high()).isEqualTo(before.high().minus(off));
            assertThat(after.lines()).isEqualTo(before.lines());
            assertThat(after.low()).isLessThanOrEqualTo(after.likely());
            assertThat(after.likely()).isLessThanOrEqualTo(after.high());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/contract/defects.csv", numLinesToSkip = 1, delimiter = '|')
    void what_is_wrong_is_told_with_its_line(String line, String instead, String defect) {
        String text = example();
        assertThat(text).contains(line);
        String wrong = text.replace(line, instead == null ? "" : instead.replace("\\n", "\n"));
        ContractReader.Read read = ContractReader.read("contract.yaml", wrong, PLAIN);
        assertThat(read.contract()).isNull();
        assertThat(read.defects()).anySatisfy(d -> assertThat(d).startsWith(defect));
    }

    @Test
    void all_defects_are_told_at_once() {
        ContractReader.Read read = ContractReader.read(
                "contract.yaml",
                example()
                        .replace("percent: 12", "percent: 112")
                        .replace("gpt-4o-2024-11-20", "gtp-4o")
                        .replace("as_of", "asof"),
                PLAIN);
        assertThat(read.defects()).hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"''", "'a'", "'- 1'", "'{'", "'a: &a [*a]'", "'contract: x'"})
    void what_is_no_contract_is_a_defect_and_no_failure(String text) {
        assertThat(ContractReader.read("contract.yaml", text, PLAIN).defects()).isNotEmpty();
    }

    @Test
    void a_discount_that_overlaps_many_is_one_defect() {
        StringBuilder text = new StringBuilder("contract: many\nas_of: 2026-11-01\ndiscounts:\n");
        for (int i = 0; i < 500; i++) {
            text.append("  - {name: d").append(i).append(", model: openai/gpt-5, percent: 1}\n");
        }
        List<String> defects =
                ContractReader.read("contract.yaml", text.toString(), PLAIN).defects();
        // all but the first, each with the first, which is on line 4
        assertThat(defects).hasSize(499).allMatch(defect -> defect.contains("overlaps that of the one on line 4;"));
    }
}
