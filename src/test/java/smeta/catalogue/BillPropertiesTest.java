package smeta.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.ExchangeRate;
import smeta.money.ExchangeRates;
import smeta.money.Fraction;
import smeta.money.Money;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.Terms;
import smeta.price.Tier;
import smeta.token.Tokenizers;

/** What holds for every card of the bundled catalogue and any usage. */
class BillPropertiesTest {
    private static final Map<String, String> FILES = CatalogueFiles.bundled();
    private static final Catalogue CATALOGUE = read(FILES);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Terms TERMS = new Terms(smeta.price.ServiceTier.STANDARD, NOW, null, null);

    private static Catalogue read(Map<String, String> files) {
        return new CatalogueReader(1000, Tokenizers.bundled().names()).read(files);
    }

    private static List<RateCard> cards() {
        List<RateCard> cards = new ArrayList<>();
        CATALOGUE
                .models()
                .forEach(m -> m.rates().stream().filter(RateCard::hasPrice).forEach(cards::add));
        return cards;
    }

    /** Up to a size that keeps the sum of two usages below the first threshold. */
    private static Usage random(Random random, RateCard card, int most) {
        Usage usage = Usage.NONE;
        List<Meter> meters = new ArrayList<>(card.rates().byMeter().keySet());
        meters.addAll(Arrays.asList(Meter.INPUT_TOKENS, Meter.OUTPUT_TOKENS, Meter.CACHE_READ_TOKENS));
        for (Meter meter : meters) {
            usage = usage.plus(meter, random.nextInt(Math.max(1, most / meters.size())));
        }
        return usage;
    }

    private static int belowTheFirstTier(RateCard card) {
        long first = card.tiers().stream().mapToLong(Tier::first).min().orElse(1_000_000);
        return (int) Math.min(1_000_000, first / 2);
    }

    @Test
    void within_a_tier_the_bill_of_a_sum_is_the_sum_of_the_bills() {
        Random random = new Random(5);
        int compared = 0;
        for (RateCard card : cards()) {
            for (int i = 0; i < 5; i++) {
                Usage a = random(random, card, belowTheFirstTier(card));
                Usage b = random(random, card, belowTheFirstTier(card));
                Bill both = Biller.bill(card, a.plus(b), TERMS);
                Bill one = Biller.bill(card, a, TERMS);
                Bill other = Biller.bill(card, b, TERMS);
                boolean sameMeters = one.lines().size() == both.lines().size()
                        && other.lines().size() == both.lines().size();
                if (sameMeters && card.tiers().stream().allMatch(t -> t.outputAbove() == null)) {
                    assertThat(both.likely())
                            .as(card.label())
                            .isEqualTo(one.likely().plus(other.likely()));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void within_a_tier_more_never_costs_less() {
        Random random = new Random(6);
        int compared = 0;
        for (RateCard card : cards()) {
            Usage usage = random(random, card, belowTheFirstTier(card));
            Bill bill = Biller.bill(card, usage, TERMS);
            for (Meter meter : usage.counts().keySet()) {
                Bill more = Biller.bill(card, usage.plus(meter, 1 + random.nextInt(100)), TERMS);
                if (usage.get(meter).likely() > 0) {
                    assertThat(more.likely()).as(card.label() + " " + meter).isGreaterThanOrEqualTo(bill.likely());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    void a_total_is_the_sum_of_its_lines_and_lies_between_its_bounds() {
        Random random = new Random(7);
        for (RateCard card : cards()) {
            Bill bill = Biller.bill(card, random(random, card, 3_000_000), TERMS);
            Money sum = Money.zero(bill.currency());
            for (Bill.Line line : bill.lines()) {
                sum = line.likely() == null ? sum : sum.plus(line.likely());
            }
            assertThat(bill.likely()).isEqualTo(sum);
            assertThat(bill.low()).isLessThanOrEqualTo(bill.likely());
            assertThat(bill.high()).isGreaterThanOrEqualTo(bill.likely());
        }
    }

    @Test
    void there_and_back_at_one_rate_is_where_it_began() {
        Random random = new Random(8);
        Currency usd = Currency.getInstance("USD");
        Currency rub = Currency.getInstance("RUB");
        LocalDate day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        for (int i = 0; i < 500; i++) {
            ExchangeRates rates = new ExchangeRates(List.of(new ExchangeRate(
                    usd, rub, java.math.BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4), day, "the test")));
            Money money = new Money(Fraction.of(random.nextInt(1_000_000)).dividedBy(1 + random.nextInt(1_000)), usd);
            Money there = rates.convert(money, rub, day).orElseThrow().money();
            assertThat(rates.convert(there, usd, day).orElseThrow().money()).isEqualTo(money);
        }
    }

    @Test
    void a_shuffled_file_reads_to_the_same_catalogue() {
        Random random = new Random(9);
        Map<String, String> shuffled = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(FILES.keySet());
        Collections.shuffle(names, random);
        for (String name : names) {
            String text = FILES.get(name);
            int models = text.indexOf("\nmodels:\n");
            if (models < 0) {
                shuffled.put(name, text);
                continue;
            }
            int body = models + "\nmodels:\n".length();
            List<String> blocks = new ArrayList<>(List.of(text.substring(body).split("(?m)^(?=  [^ \\n#])")));
            blocks.removeIf(String::isBlank);
            blocks.replaceAll(b -> b.endsWith("\n") ? b : b + "\n");
            Collections.shuffle(blocks, random);
            shuffled.put(name, text.substring(0, body) + String.join("", blocks));
        }
        assertThat(shuffled).isNotEqualTo(FILES);
        Catalogue other = read(shuffled);
        assertThat(other.models()).hasSameSizeAs(CATALOGUE.models());
        for (Model model : CATALOGUE.models()) {
            Model same = other.find(model.qualifiedId()).orElseThrow();
            assertThat(List.of(
                            same.rates(),
                            same.limits(),
                            same.aliases(),
                            same.accepts(),
                            same.gives(),
                            same.notes(),
                            same.printed(),
                            same.sources(),
                            same.framing(),
                            String.valueOf(same.tokenizer())))
                    .isEqualTo(List.of(
                            model.rates(),
                            model.limits(),
                            model.aliases(),
                            model.accepts(),
                            model.gives(),
                            model.notes(),
                            model.printed(),
                            model.sources(),
                            model.framing(),
                            String.valueOf(model.tokenizer())));
        }
    }
}
