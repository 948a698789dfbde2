package smeta.price;

import static org.assertj.core.api.Assertions.assertThat;
import static smeta.price.GivenCards.above;
import static smeta.price.GivenCards.card;
import static smeta.price.GivenCards.from;
import static smeta.price.GivenCards.rates;
import static smeta.price.GivenCards.usd;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.meter.Usage;

class TierTest {
    /** Gemini 2.5 Pro's published tiers: at most 200,000 tokens 1.25/10, cache 0.125; above 2.50/15, cache 0.25. */
    private static final RateCard GEMINI = card(
            rates(Meter.INPUT_TOKENS, "1.25", Meter.OUTPUT_TOKENS, "10", Meter.CACHE_READ_TOKENS, "0.125"),
            above(
                    200_000,
                    rates(Meter.INPUT_TOKENS, "2.5", Meter.OUTPUT_TOKENS, "15", Meter.CACHE_READ_TOKENS, "0.25")));
    /** Grok 4: 2/6 below 200,000, 4/12 at or above. */
    private static final RateCard GROK = card(
            rates(Meter.INPUT_TOKENS, "2", Meter.OUTPUT_TOKENS, "6"),
            from(200_000, rates(Meter.INPUT_TOKENS, "4", Meter.OUTPUT_TOKENS, "12")));

    private static Bill bill(RateCard card, Usage usage) {
        return Biller.bill(card, usage, Terms.STANDARD);
    }

    @ParameterizedTest(name = "{0}: {1} + {2} cached in, {3} out = {4} USD")
    @CsvFileSource(resources = "/price/tiers.csv", numLinesToSkip = 1)
    void tier_applies_to_the_whole_request(
            String which, long input, long cached, long output, String expected, String arithmetic) {
        RateCard card = which.equals("gemini") ? GEMINI : GROK;
        Usage usage = Usage.of(Meter.INPUT_TOKENS, input)
                .plus(Meter.CACHE_READ_TOKENS, cached)
                .plus(Meter.OUTPUT_TOKENS, output);
        assertThat(bill(card, usage).likely()).as(arithmetic).isEqualTo(usd(expected));
    }

    @Test
    void image_tokens_count_towards_the_threshold() {
        Usage usage = Usage.of(Meter.INPUT_TOKENS, 150_000).plus(Meter.IMAGE_TOKENS, 50_001);
        // (150,000 + 50,001) × 2.5 / 1M
        assertThat(bill(GEMINI, usage).likely()).isEqualTo(usd("0.5000025"));
    }

    @Test
    void the_bill_says_which_tier_applied_and_how_far_the_next_one_is() {
        Bill below = bill(GEMINI, Usage.of(Meter.INPUT_TOKENS, 200_000));
        assertThat(below.tier())
                .isEqualTo(new Bill.AppliedTier(Tier.Dimension.PROMPT_TOKENS, null, 200_000, 200_001L, true, null));
        Bill above = bill(GEMINI, Usage.of(Meter.INPUT_TOKENS, 200_001));
        assertThat(above.tier())
                .isEqualTo(new Bill.AppliedTier(Tier.Dimension.PROMPT_TOKENS, 200_000L, 200_001, null, true, null));
        assertThat(bill(GROK, Usage.of(Meter.INPUT_TOKENS, 199_999)).tier().next())
                .isEqualTo(200_000L);
    }

    @Test
    void bounds_that_reach_over_a_threshold_take_the_cheapest_and_the_dearest() {
        Bill bill = bill(
                GEMINI,
                Usage.NONE
                        .plus(Meter.INPUT_TOKENS, Count.between(190_000, 195_000, 210_000))
                        .plus(Meter.OUTPUT_TOKENS, 1_000));
        // low 190,000 × 1.25 / 1M + 1,000 × 10 / 1M; high 210,000 × 2.5 / 1M + 1,000 × 15 / 1M
        assertThat(bill.low()).isEqualTo(usd("0.2475"));
        assertThat(bill.likely()).isEqualTo(usd("0.25375"));
        assertThat(bill.high()).isEqualTo(usd("0.54"));
        assertThat(bill.tier().certain()).isFalse();
    }

    @Test
    void bounds_hold_where_the_next_tier_is_cheaper() {
        RateCard discount = card(rates(Meter.INPUT_TOKENS, "2"), above(100, rates(Meter.INPUT_TOKENS, "1")));
        Bill bill = bill(discount, Usage.NONE.plus(Meter.INPUT_TOKENS, Count.between(100, 100, 150)));
        assertThat(bill.low())
                .as("100 × 1 / 1M: not below what the cheaper tier gives")
                .isEqualTo(usd("0.0001"));
        assertThat(bill.high()).as("150 × 2 / 1M").isEqualTo(usd("0.0003"));
    }

    @Test
    void a_middle_tier_inside_the_bounds_is_one_of_the_possible_ones() {
        RateCard card = card(
                rates(Meter.INPUT_TOKENS, "1"),
                above(100, rates(Meter.INPUT_TOKENS, "9")),
                above(200, rates(Meter.INPUT_TOKENS, "2")));
        Bill bill = bill(card, Usage.NONE.plus(Meter.INPUT_TOKENS, Count.between(50, 60, 250)));
        assertThat(bill.high()).as("250 × 9 / 1M").isEqualTo(usd("0.00225"));
    }

    @Test
    void a_marginal_card_bills_each_slice_at_its_own_rate() {
        RateCard card = new GivenCards.Card(rates(Meter.INPUT_TOKENS, "1"))
                .marginal()
                .tiers(above(100_000, rates(Meter.INPUT_TOKENS, "2")), above(200_000, rates(Meter.INPUT_TOKENS, "3")))
                .build();
        // 100,000 × 1 + 100,000 × 2 + 50,000 × 3 = 450,000 / 1M
        assertThat(bill(card, Usage.of(Meter.INPUT_TOKENS, 250_000)).likely()).isEqualTo(usd("0.45"));
        assertThat(bill(card, Usage.of(Meter.INPUT_TOKENS, 100_000)).likely()).isEqualTo(usd("0.1"));
        // 100,000 × 1 + 1 × 2
        assertThat(bill(card, Usage.of(Meter.INPUT_TOKENS, 100_001)).likely()).isEqualTo(usd("0.100002"));
    }

    @Test
    void a_marginal_card_that_prices_a_meter_only_past_a_threshold_still_makes_a_bill() {
        RateCard card = new GivenCards.Card(rates(Meter.INPUT_TOKENS, "1"))
                .marginal()
                .tiers(above(100, rates(Meter.INPUT_TOKENS, "2", Meter.OUTPUT_TOKENS, "8")))
                .build();
        Bill bill = bill(card, Usage.of(Meter.INPUT_TOKENS, 200).plus(Meter.OUTPUT_TOKENS, 10));
        // 100 × 1 + 100 × 2 + 10 × 8 = 380 / 1M
        assertThat(bill.likely()).isEqualTo(usd("0.00038"));
    }

    @Test
    void a_tier_may_go_by_the_reply_or_by_both() {
        Rates base = rates(Meter.INPUT_TOKENS, "1", Meter.OUTPUT_TOKENS, "1");
        Tier tier = above(1_000, rates(Meter.INPUT_TOKENS, "5", Meter.OUTPUT_TOKENS, "5"));
        Usage usage = Usage.of(Meter.INPUT_TOKENS, 900).plus(Meter.OUTPUT_TOKENS, 200);
        assertThat(bill(new GivenCards.Card(base).tiers(tier).build(), usage).likely())
                .isEqualTo(usd("0.0011"));
        assertThat(bill(
                                new GivenCards.Card(base)
                                        .tiers(tier)
                                        .by(Tier.Dimension.OUTPUT_TOKENS)
                                        .build(),
                                usage)
                        .likely())
                .isEqualTo(usd("0.0011"));
        assertThat(bill(
                                new GivenCards.Card(base)
                                        .tiers(tier)
                                        .by(Tier.Dimension.TOTAL_TOKENS)
                                        .build(),
                                usage)
                        .likely())
                .isEqualTo(usd("0.0055"));
    }
}
