package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import smeta.catalogue.Model;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.Fraction;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.Service;
import smeta.price.ServiceTier;
import smeta.price.Terms;

/** Service tiers of the catalogue that ships. */
class ServedTiersTest {
    private static RateCard card(String model) {
        return Given.SHIPPED
                .find(model)
                .orElseThrow()
                .card(Given.NOW, null, null)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/estimate/served-tiers.csv", numLinesToSkip = 1)
    void a_service_tier_costs_what_is_published_for_it(
            String model, String tier, long input, long cached, long output, String total, String arithmetic) {
        Usage usage = Usage.of(Meter.INPUT_TOKENS, input)
                .plus(Meter.CACHE_READ_TOKENS, cached)
                .plus(Meter.OUTPUT_TOKENS, output);
        Bill bill = Biller.bill(
                card(model), usage, new Terms(ServiceTier.named(tier).orElseThrow(), null, null, null));
        assertThat(bill.isComplete()).isTrue();
        assertThat(bill.likely().amount()).as(arithmetic).isEqualTo(Fraction.of(total));
    }

    @Test
    void priority_past_the_long_threshold_costs_the_standard_long_rates_and_says_so() {
        Usage usage = Usage.of(Meter.INPUT_TOKENS, 300_000).plus(Meter.OUTPUT_TOKENS, 1_000);
        Bill bill = Biller.bill(card("gpt-5.5"), usage, new Terms(ServiceTier.PRIORITY, null, null, null));
        // 300,000 × 10 + 1,000 × 45 = 3,045,000 / 1M: the long rates alone, not times the priority's factor
        assertThat(bill.likely().amount()).isEqualTo(Fraction.of("3.045"));
        assertThat(bill.notes()).extracting(Note::code).contains("no_service_tiers");
    }

    @Test
    void a_factor_that_meets_a_long_prompt_is_pointed_out() {
        Usage usage = Usage.of(Meter.INPUT_TOKENS, 300_000);
        Bill bill =
                Biller.bill(card("gemini-3.1-pro-preview"), usage, new Terms(ServiceTier.PRIORITY, null, null, null));
        // 300,000 × 4 × 1.8 / 1M
        assertThat(bill.likely().amount()).isEqualTo(Fraction.of("2.16"));
        assertThat(bill.notes()).extracting(Note::code).contains("multiplied_tier");
    }

    @Test
    void every_faster_or_slower_tier_with_rates_of_its_own_has_one_for_cached_tokens_where_the_standard_has() {
        List<String> without = new ArrayList<>();
        for (Model model : Given.SHIPPED.models()) {
            for (RateCard card : model.rates()) {
                card.services().forEach((tier, service) -> {
                    if (tier != ServiceTier.BATCH && lacksCachedRate(card, service)) {
                        without.add(model.qualifiedId() + " " + tier.wireName());
                    }
                });
            }
        }
        // Yandex prints one price of input for its asynchronous mode, and none of cached input
        assertThat(without)
                .containsExactlyInAnyOrder(
                        "yandex/aliceai-llm flex",
                        "yandex/yandexgpt-pro-5.1 flex",
                        "yandex/yandexgpt-pro-5 flex",
                        "yandex/yandexgpt-lite flex");
    }

    @Test
    void a_card_warns_of_a_tier_that_forgets_the_cache() {
        assertThat(card("yandex/yandexgpt-lite").notes()).extracting(Note::code).contains("tier_without_cache_rate");
        assertThat(card("gpt-5").notes()).extracting(Note::code).doesNotContain("tier_without_cache_rate");
    }

    @Test
    void a_tier_that_nobody_knows_is_bounded_by_the_dearest_and_the_cheapest_that_are_sold() {
        Terms unknown = new Terms(
                ServiceTier.STANDARD, null, null, null, List.of(), List.of(ServiceTier.FLEX, ServiceTier.PRIORITY));
        Bill bill = Biller.bill(card("gpt-5"), Usage.of(Meter.INPUT_TOKENS, 1_000_000), unknown);
        // a million tokens in: 1.25 standard, 0.625 flex, 2.50 priority
        assertThat(bill.low().amount()).isEqualTo(Fraction.of("0.625"));
        assertThat(bill.likely().amount()).isEqualTo(Fraction.of("1.25"));
        assertThat(bill.high().amount()).isEqualTo(Fraction.of("2.5"));
    }

    private static boolean lacksCachedRate(RateCard card, Service service) {
        return service.multiplier() == null
                && card.rates().get(Meter.CACHE_READ_TOKENS).isPresent()
                && service.rates().get(Meter.CACHE_READ_TOKENS).isEmpty();
    }
}
