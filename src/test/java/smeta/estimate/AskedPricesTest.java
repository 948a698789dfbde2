package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static smeta.estimate.Given.anthropic;
import static smeta.estimate.Given.codes;
import static smeta.estimate.Given.now;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.Fraction;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.price.Terms;

/** What a body asks for besides its text, where it chooses the price. */
class AskedPricesTest {
    private static String body(String more) {
        return "{\"model\":\"x\",\"max_tokens\":1000,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]" + more
                + "}";
    }

    private static Estimate of(String model, String more) {
        return Given.estimate(model, anthropic(body(more)), now());
    }

    /** Dollars of so many tokens in at 5 a million and 1,000 out at 25 a million, times a factor. */
    private static Fraction dollars(Estimate estimate, String factor) {
        long in = estimate.input().tokens().high();
        return Fraction.of(in * 5 + 1_000 * 25).dividedBy(1_000_000).times(Fraction.of(factor));
    }

    @Test
    void fast_mode_is_priced_as_it_is_asked_for() {
        // Opus 4.6 costs six times as much in fast mode, Opus 4.7 too; Opus 4.8 and 5 twice
        String fast = ",\"speed\":\"fast\"";
        assertThat(of("claude-opus-4-6", fast).cost().high().amount())
                .isEqualTo(dollars(of("claude-opus-4-6", fast), "6"));
        assertThat(of("claude-opus-4-7", fast).cost().high().amount())
                .isEqualTo(dollars(of("claude-opus-4-7", fast), "6"));
        assertThat(of("claude-opus-4-8", fast).cost().high().amount())
                .isEqualTo(dollars(of("claude-opus-4-8", fast), "2"));
        assertThat(of("claude-opus-5", fast).cost().high().amount()).isEqualTo(dollars(of("claude-opus-5", fast), "2"));
        assertThat(of("claude-opus-4-6", ",\"speed\":\"standard\"")
                        .cost()
                        .high()
                        .amount())
                .isEqualTo(dollars(of("claude-opus-4-6", fast), "1"));
    }

    /** What a check holds for a cap of 1,000 and a prompt of at most 15 or 16 tokens. */
    @ParameterizedTest
    @CsvSource({
        // 15 × 5 + 1,000 × 25 = 25,075 / 1M; six times that in fast mode
        "claude-opus-4-6, 15, STANDARD, , 0.025075",
        "claude-opus-4-6, 15, FAST, , 0.15045",
        // 16 × 5 + 1,000 × 25 = 25,080 / 1M; 1.1 times that in the United States
        "claude-opus-4-8, 16, STANDARD, , 0.02508",
        "claude-opus-4-8, 16, STANDARD, us, 0.027588"
    })
    void the_terms_that_are_asked_for_cost_what_is_published(
            String model, long in, ServiceTier tier, @Nullable String place, String total) {
        RateCard card = Given.SHIPPED
                .find(model)
                .orElseThrow()
                .card(Given.NOW, null, null)
                .orElseThrow();
        Usage usage = Usage.of(Meter.INPUT_TOKENS, in).plus(Meter.OUTPUT_TOKENS, 1_000);
        assertThat(Biller.bill(card, usage, new Terms(tier, Given.NOW, place, null))
                        .likely()
                        .amount())
                .isEqualTo(Fraction.of(total));
    }

    @Test
    void fast_mode_of_a_model_that_has_no_price_for_it_has_no_price() {
        Estimate estimate = of("claude-sonnet-4-6", ",\"speed\":\"fast\"");
        assertThat(estimate.cost()).isNull();
        assertThat(codes(estimate)).contains("tier_not_priced");
    }

    @Test
    void the_place_that_a_body_asks_for_is_priced() {
        String us = ",\"inference_geo\":\"us\"";
        assertThat(of("claude-opus-4-8", us).cost().high().amount())
                .isEqualTo(dollars(of("claude-opus-4-8", us), "1.1"));
        assertThat(of("claude-opus-4-8", us + ",\"speed\":\"fast\"")
                        .cost()
                        .high()
                        .amount())
                .isEqualTo(dollars(of("claude-opus-4-8", us), "2.2"));
        assertThat(of("claude-opus-4-8", ",\"inference_geo\":\"global\"")
                        .cost()
                        .high()
                        .amount())
                .isEqualTo(dollars(of("claude-opus-4-8", us), "1"));
    }

    @Test
    void a_place_whose_price_is_not_known_has_no_price() {
        Estimate estimate = of("claude-opus-4-8", ",\"inference_geo\":\"eu\"");
        assertThat(estimate.cost()).isNull();
        assertThat(codes(estimate)).contains("place_not_priced");
    }

    @Test
    void what_is_marked_and_not_read_is_written_at_the_marks_lifetime() {
        List<Item> prompt = List.of(
                new Item("text", Meter.CACHE_WRITE_1H_TOKENS, Count.exact(7_981), null),
                new Item("text", Meter.INPUT_TOKENS, Count.exact(19), null));
        List<Item> items = new ArrayList<>(CachePrefix.split(prompt, Share.ofTokens(5_000), null, null));
        items.add(new Item("reply", Meter.OUTPUT_TOKENS, Count.exact(98), null));
        RateCard card = Given.SHIPPED
                .find("claude-opus-4-8")
                .orElseThrow()
                .card(Given.NOW, null, null)
                .orElseThrow();
        Bill bill = Biller.bill(card, items, Terms.STANDARD);
        // 5,000 × 0.5 + 2,981 × 10 + 19 × 5 + 98 × 25 = 2,500 + 29,810 + 95 + 2,450 = 34,855 / 1M
        assertThat(bill.likely().amount()).isEqualTo(Fraction.of("0.034855"));
    }

    @Test
    void the_marks_of_a_body_hold_beside_what_is_said_to_be_cached() {
        String marked = "{\"model\":\"x\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":["
                + "{\"type\":\"text\",\"text\":\"" + "word ".repeat(2_000)
                + "\",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}}]}]}";
        Estimate estimate =
                Given.estimate("claude-opus-4-8", anthropic(marked), now().withCache(Share.ofTokens(500), null, null));
        long written = estimate.items().stream()
                .filter(i -> i.meter() == Meter.CACHE_WRITE_1H_TOKENS)
                .mapToLong(i -> i.count().likely())
                .sum();
        long read = estimate.items().stream()
                .filter(i -> i.meter() == Meter.CACHE_READ_TOKENS)
                .mapToLong(i -> i.count().likely())
                .sum();
        assertThat(read).isEqualTo(500);
        assertThat(written).isGreaterThan(1_000);
        // what the query says to be written goes before the marks
        Estimate said = Given.estimate(
                "claude-opus-4-8",
                anthropic(marked),
                now().withCache(Share.ofTokens(500), Share.ofTokens(300), Duration.ofMinutes(5)));
        assertThat(said.items()).noneMatch(i -> i.meter() == Meter.CACHE_WRITE_1H_TOKENS);
    }
}
