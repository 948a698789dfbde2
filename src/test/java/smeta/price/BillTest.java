package smeta.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static smeta.price.GivenCards.RUB;
import static smeta.price.GivenCards.USD;
import static smeta.price.GivenCards.above;
import static smeta.price.GivenCards.card;
import static smeta.price.GivenCards.rate;
import static smeta.price.GivenCards.rates;
import static smeta.price.GivenCards.rub;
import static smeta.price.GivenCards.usd;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.Money;

class BillTest {
    private static final Rates TEXT =
            rates(Meter.INPUT_TOKENS, "2.5", Meter.OUTPUT_TOKENS, "10", Meter.CACHE_READ_TOKENS, "1.25");

    private static Bill bill(RateCard card, Usage usage) {
        return Biller.bill(card, usage, Terms.STANDARD);
    }

    private static Terms tier(ServiceTier tier) {
        return new Terms(tier, null, null, null);
    }

    private static Terms at(String moment) {
        return new Terms(ServiceTier.STANDARD, Instant.parse(moment), null, null);
    }

    @Test
    void a_bill_is_the_exact_sum_of_its_lines() {
        Bill bill = bill(
                card(TEXT),
                Usage.of(Meter.INPUT_TOKENS, 1_000)
                        .plus(Meter.CACHE_READ_TOKENS, 200)
                        .plus(Meter.OUTPUT_TOKENS, 100));
        // 1,000 × 2.5 + 200 × 1.25 + 100 × 10 = 2,500 + 250 + 1,000 = 3,750 / 1M
        assertThat(bill.likely()).isEqualTo(usd("0.00375"));
        assertThat(bill.lines())
                .extracting(Bill.Line::likely)
                .containsExactlyInAnyOrder(usd("0.0025"), usd("0.00025"), usd("0.001"));
        assertThat(bill.isComplete()).isTrue();
    }

    @Test
    void a_borrowed_rate_is_named_on_the_line() {
        Bill bill = bill(card(rates(Meter.INPUT_TOKENS, "2")), Usage.of(Meter.CACHE_READ_TOKENS, 500_000));
        assertThat(bill.likely()).isEqualTo(usd("1"));
        assertThat(bill.lines()).singleElement().extracting(Bill.Line::from).isEqualTo(Meter.INPUT_TOKENS);
    }

    @Test
    void a_meter_without_any_rate_makes_the_bill_incomplete_and_is_never_zero() {
        Bill bill = bill(
                card(rates(Meter.INPUT_TOKENS, "2")),
                Usage.of(Meter.INPUT_TOKENS, 500_000).plus(Meter.OUTPUT_TOKENS, 1));
        assertThat(bill.isComplete()).isFalse();
        assertThat(bill.unpriced()).containsExactly(Meter.OUTPUT_TOKENS);
        assertThat(bill.lines())
                .filteredOn(l -> l.item().meter() == Meter.OUTPUT_TOKENS)
                .singleElement()
                .extracting(Bill.Line::likely)
                .isNull();
        assertThat(bill.likely()).isEqualTo(usd("1"));
    }

    @Test
    void what_may_occur_without_a_price_is_unpriced_too() {
        Bill bill = bill(
                card(rates(Meter.INPUT_TOKENS, "2")), Usage.NONE.plus(Meter.OUTPUT_TOKENS, Count.between(0, 0, 5)));
        assertThat(bill.unpriced()).containsExactly(Meter.OUTPUT_TOKENS);
    }

    @Test
    void an_explicit_zero_is_a_price() {
        Bill bill = bill(
                card(rates(Meter.INPUT_TOKENS, "0", Meter.OUTPUT_TOKENS, "0")),
                Usage.of(Meter.INPUT_TOKENS, 9).plus(Meter.OUTPUT_TOKENS, 9));
        assertThat(bill.isComplete()).isTrue();
        assertThat(bill.high()).isEqualTo(usd("0"));
    }

    @Test
    void a_card_without_a_price_makes_no_bill() {
        RateCard trial = new GivenCards.Card(Rates.NONE).offer(Offer.TRIAL_ONLY).build();
        assertThatThrownBy(() -> bill(trial, Usage.of(Meter.INPUT_TOKENS, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trial-only");
    }

    @Test
    void bounds_of_the_usage_become_bounds_of_the_bill() {
        Bill bill = bill(
                card(TEXT),
                Usage.NONE
                        .plus(Meter.INPUT_TOKENS, Count.between(900, 1_000, 1_100))
                        .plus(Meter.OUTPUT_TOKENS, Count.between(0, 100, 2_000)));
        // low 900 × 2.5; likely 1,000 × 2.5 + 100 × 10; high 1,100 × 2.5 + 2,000 × 10
        assertThat(List.of(bill.low(), bill.likely(), bill.high()))
                .containsExactly(usd("0.00225"), usd("0.0035"), usd("0.02275"));
    }

    @Test
    void bills_add_up_within_a_tier_and_more_tokens_never_cost_less() {
        RateCard tiered = card(TEXT, above(1_000_000_000, rates(Meter.INPUT_TOKENS, "9")));
        Random random = new Random(6);
        for (int i = 0; i < 300; i++) {
            Usage a = any(random);
            Usage b = any(random);
            Money sum = bill(tiered, a).likely().plus(bill(tiered, b).likely());
            assertThat(bill(tiered, a.plus(b)).likely()).isEqualTo(sum);
            assertThat(bill(tiered, a.plus(b)).likely())
                    .isGreaterThanOrEqualTo(bill(tiered, a).likely());
        }
    }

    private static Usage any(Random random) {
        return Usage.of(Meter.INPUT_TOKENS, random.nextInt(100_000))
                .plus(Meter.CACHE_READ_TOKENS, random.nextInt(100_000))
                .plus(Meter.OUTPUT_TOKENS, random.nextInt(10_000))
                .plus(Meter.REASONING_TOKENS, random.nextInt(10_000));
    }

    @Test
    void bounds_hold_for_any_size_between_them() {
        RateCard card = card(
                rates(Meter.INPUT_TOKENS, "1", Meter.OUTPUT_TOKENS, "4"),
                above(300, rates(Meter.INPUT_TOKENS, "3")),
                above(600, rates(Meter.INPUT_TOKENS, "2", Meter.OUTPUT_TOKENS, "1")));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            long low = random.nextInt(900);
            long likely = low + random.nextInt(50);
            long high = likely + random.nextInt(400);
            Bill bounded = bill(
                    card,
                    Usage.NONE
                            .plus(Meter.INPUT_TOKENS, Count.between(low, likely, high))
                            .plus(Meter.OUTPUT_TOKENS, 100));
            long between = low + (high > low ? random.nextInt((int) (high - low) + 1) : 0);
            Money exact = bill(card, Usage.of(Meter.INPUT_TOKENS, between).plus(Meter.OUTPUT_TOKENS, 100))
                    .likely();
            assertThat(exact).isBetween(bounded.low(), bounded.high());
        }
    }

    @Test
    void batch_by_multiplier_halves_everything_and_tiers_too() {
        RateCard card = new GivenCards.Card(TEXT)
                .tiers(above(200_000, rates(Meter.INPUT_TOKENS, "5")))
                .service(ServiceTier.BATCH, new Service(new BigDecimal("0.5"), Rates.NONE, List.of(), null))
                .build();
        Usage small = Usage.of(Meter.INPUT_TOKENS, 1_000)
                .plus(Meter.CACHE_READ_TOKENS, 1_000)
                .plus(Meter.OUTPUT_TOKENS, 100);
        // (1,000 × 2.5 + 1,000 × 1.25 + 100 × 10) / 1M / 2
        assertThat(Biller.bill(card, small, tier(ServiceTier.BATCH)).likely()).isEqualTo(usd("0.002375"));
        // 200,001 × 5 / 1M / 2
        assertThat(Biller.bill(card, Usage.of(Meter.INPUT_TOKENS, 200_001), tier(ServiceTier.BATCH))
                        .likely())
                .isEqualTo(usd("0.5000025"));
    }

    @Test
    void batch_by_numbers_takes_no_cache_discount_over() {
        RateCard card = new GivenCards.Card(TEXT)
                .service(
                        ServiceTier.BATCH,
                        new Service(null, rates(Meter.INPUT_TOKENS, "1", Meter.OUTPUT_TOKENS, "4"), List.of(), null))
                .build();
        Bill bill = Biller.bill(card, Usage.of(Meter.CACHE_READ_TOKENS, 1_000), tier(ServiceTier.BATCH));
        assertThat(bill.likely()).as("1,000 × 1 / 1M: billed as input").isEqualTo(usd("0.001"));
    }

    @Test
    void a_service_tier_that_is_not_priced_is_refused_with_those_that_are() {
        RateCard card = new GivenCards.Card(TEXT)
                .service(ServiceTier.BATCH, new Service(new BigDecimal("0.5"), Rates.NONE, List.of(), null))
                .build();
        assertThatThrownBy(() -> Biller.bill(card, Usage.of(Meter.INPUT_TOKENS, 1), tier(ServiceTier.FLEX)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("standard, batch", "flex");
    }

    @Test
    void a_place_multiplies_and_an_unknown_one_is_refused() {
        RateCard card = new GivenCards.Card(TEXT).residency("us", "1.1").build();
        Terms us = new Terms(ServiceTier.STANDARD, null, "us", null);
        // 1M × 2.5 × 1.1
        assertThat(Biller.bill(card, Usage.of(Meter.INPUT_TOKENS, 1_000_000), us)
                        .likely())
                .isEqualTo(usd("2.75"));
        assertThatThrownBy(() -> Biller.bill(
                        card, Usage.of(Meter.INPUT_TOKENS, 1), new Terms(ServiceTier.STANDARD, null, "mars", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mars");
    }

    @Test
    void a_variant_brings_its_own_rates_and_an_unknown_one_is_refused() {
        RateCard card = new GivenCards.Card(rates(Meter.INPUT_TOKENS, "5"))
                .variant("1024x1024 high", rates(rate(Meter.OUTPUT_IMAGES, "0.133", USD, 1)))
                .build();
        Terms high = new Terms(ServiceTier.STANDARD, null, null, "1024x1024 high");
        // 3 × 0.133 + 100 × 5 / 1M
        assertThat(Biller.bill(card, Usage.of(Meter.OUTPUT_IMAGES, 3).plus(Meter.INPUT_TOKENS, 100), high)
                        .likely())
                .isEqualTo(usd("0.3995"));
        assertThat(bill(card, Usage.of(Meter.OUTPUT_IMAGES, 3)).unpriced()).containsExactly(Meter.OUTPUT_IMAGES);
        assertThatThrownBy(() -> Biller.bill(
                        card, Usage.of(Meter.INPUT_TOKENS, 1), new Terms(ServiceTier.STANDARD, null, null, "low")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("low");
    }

    /** DeepSeek since 2026-08-16: 0.15/0.60, in the peak hours twice that, not on public holidays. */
    private static RateCard peaks(String except) {
        List<Window.Range> hours = List.of(
                new Window.Range(LocalTime.of(1, 0), LocalTime.of(4, 0)),
                new Window.Range(LocalTime.of(6, 0), LocalTime.of(10, 0)));
        return new GivenCards.Card(rates(Meter.INPUT_TOKENS, "0.15", Meter.OUTPUT_TOKENS, "0.6"))
                .window(new Window(
                        "peak",
                        ZoneOffset.UTC,
                        hours,
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        except,
                        rates(Meter.INPUT_TOKENS, "0.3", Meter.OUTPUT_TOKENS, "1.2"),
                        null))
                .build();
    }

    @Test
    void the_time_of_day_picks_the_rates() {
        Usage usage = Usage.of(Meter.INPUT_TOKENS, 1_000_000);
        // 2026-11-23 is a Monday
        assertThat(Biller.bill(peaks(null), usage, at("2026-11-23T05:00:00Z")).likely())
                .isEqualTo(usd("0.15"));
        assertThat(Biller.bill(peaks(null), usage, at("2026-11-23T06:00:00Z")).likely())
                .isEqualTo(usd("0.3"));
        assertThat(Biller.bill(peaks(null), usage, at("2026-11-22T06:00:00Z")).likely())
                .as("a Sunday")
                .isEqualTo(usd("0.15"));
    }

    @Test
    void a_day_without_its_time_takes_all_hours_into_the_bounds() {
        Bill bill = bill(peaks(null), Usage.of(Meter.INPUT_TOKENS, 1_000_000));
        assertThat(List.of(bill.low(), bill.likely(), bill.high()))
                .containsExactly(usd("0.15"), usd("0.15"), usd("0.3"));
        assertThat(bill.notes()).extracting(Note::code).contains("time_of_day");
    }

    @Test
    void holidays_that_nobody_lists_widen_the_bounds() {
        Bill bill = Biller.bill(
                peaks("public holidays"), Usage.of(Meter.INPUT_TOKENS, 1_000_000), at("2026-11-23T07:00:00Z"));
        assertThat(List.of(bill.low(), bill.likely(), bill.high()))
                .containsExactly(usd("0.15"), usd("0.3"), usd("0.3"));
        assertThat(bill.notes()).extracting(Note::code).contains("calendar_unknown");
    }

    @Test
    void a_multiplier_by_the_hour_multiplies_the_tiers_too() {
        Window half = new Window(
                "night",
                ZoneOffset.UTC,
                List.of(new Window.Range(LocalTime.of(0, 0), LocalTime.of(8, 0))),
                EnumSet.allOf(DayOfWeek.class),
                null,
                Rates.NONE,
                new BigDecimal("0.5"));
        RateCard card = new GivenCards.Card(rates(Meter.INPUT_TOKENS, "1"))
                .tiers(above(100, rates(Meter.INPUT_TOKENS, "4")))
                .window(half)
                .build();
        // 1,000 × 4 × 0.5 / 1M
        assertThat(Biller.bill(card, Usage.of(Meter.INPUT_TOKENS, 1_000), at("2026-11-23T07:00:00Z"))
                        .likely())
                .isEqualTo(usd("0.002"));
    }

    @Test
    void of_tokens_and_images_a_card_bills_what_it_prices() {
        Usage picture = Usage.of(Meter.IMAGE_TOKENS, 258).plus(Meter.IMAGES, 1);
        RateCard byToken = card(rates(Meter.INPUT_TOKENS, "1"));
        RateCard byImage =
                card(rates(rate(Meter.INPUT_TOKENS, "1", USD, 1_000_000), rate(Meter.IMAGES, "0.0025", USD, 1)));
        assertThat(bill(byToken, picture).likely()).isEqualTo(usd("0.000258"));
        assertThat(bill(byImage, picture).likely()).isEqualTo(usd("0.0025"));
        assertThat(bill(byToken, picture).isComplete()).isTrue();
        assertThat(bill(byImage, picture).isComplete()).isTrue();
    }

    @Test
    void a_picture_that_is_read_from_the_cache_is_not_billed_as_an_image_besides() {
        List<Item> items = List.of(
                new Item("image[0]", Meter.CACHE_READ_IMAGE_TOKENS, Count.exact(258), null),
                new Item("image[0]", Meter.IMAGES, Count.exact(1), null),
                new Item("text", Meter.INPUT_TOKENS, Count.exact(100), null));
        Bill bill = Biller.bill(
                card(rates(Meter.INPUT_TOKENS, "1", Meter.CACHE_READ_TOKENS, "0.1")), items, Terms.STANDARD);
        assertThat(bill.unpriced()).isEmpty();
        // 258 × 0.1 + 100 × 1 = 125.8 / 1M
        assertThat(bill.likely()).isEqualTo(usd("0.0001258"));
    }

    @Test
    void a_picture_that_is_written_to_the_cache_is_not_unpriced_for_lack_of_a_price_per_image() {
        List<Item> items = List.of(
                new Item("image[0]", Meter.CACHE_WRITE_5M_TOKENS, Count.exact(1_000), null),
                new Item("image[0]", Meter.IMAGES, Count.exact(1), null));
        Bill bill = Biller.bill(
                card(rates(Meter.INPUT_TOKENS, "3", Meter.CACHE_WRITE_5M_TOKENS, "3.75")), items, Terms.STANDARD);
        assertThat(bill.unpriced()).isEmpty();
        assertThat(bill.likely()).isEqualTo(usd("0.00375"));
    }

    @Test
    void images_alone_are_unpriced_where_no_price_per_image_is_published() {
        assertThat(bill(card(TEXT), Usage.of(Meter.IMAGES, 1)).unpriced()).containsExactly(Meter.IMAGES);
    }

    /**
     * RouterAI's page for Gemini 2.0 Flash: 15 / 60 / 3 / 23 RUB per 1M, audio 70, an image 3.91 RUB per 1K tokens as
     * printed.
     */
    private static RateCard routerAi() {
        return new GivenCards.Card(rates(
                        rate(Meter.INPUT_TOKENS, "15", RUB, 1_000_000),
                        rate(Meter.OUTPUT_TOKENS, "60", RUB, 1_000_000),
                        rate(Meter.CACHE_READ_TOKENS, "3", RUB, 1_000_000),
                        rate(Meter.CACHE_WRITE_TOKENS, "23", RUB, 1_000_000),
                        rate(Meter.IMAGE_TOKENS, "3.91", RUB, 1_000),
                        rate(Meter.AUDIO_TOKENS, "70", RUB, 1_000_000)))
                .doubt(new Doubt(
                        Meter.IMAGE_TOKENS, rate(Meter.IMAGES, "3.91", RUB, 1_000), "258 × 0.15 × 101.01 / 1M"))
                .build();
    }

    @Test
    void a_doubtful_rate_is_used_as_printed_and_its_other_reading_is_the_lower_bound() {
        Usage usage = Usage.of(Meter.INPUT_TOKENS, 1_000)
                .plus(Meter.IMAGE_TOKENS, 258)
                .plus(Meter.IMAGES, 1)
                .plus(Meter.AUDIO_TOKENS, 2_880)
                .plus(Meter.OUTPUT_TOKENS, 500);
        Bill bill = bill(routerAi(), usage);
        // text 1,000 × 15 / 1M = 0.015; audio 2,880 × 70 / 1M = 0.2016; reply 500 × 60 / 1M = 0.03; together 0.2466
        // image as printed 258 × 3.91 / 1,000 = 1.00878; read as 3.91 per 1,000 images: 0.00391
        assertThat(bill.likely()).isEqualTo(rub("1.25538"));
        assertThat(bill.high()).isEqualTo(rub("1.25538"));
        assertThat(bill.low()).isEqualTo(rub("0.25051"));
        assertThat(bill.notes()).extracting(Note::code).containsOnlyOnce("doubtful_rate");
    }

    @Test
    void two_pictures_of_different_size_are_two_images_in_the_other_reading() {
        List<Item> items = List.of(
                new Item("image[0]", Meter.IMAGE_TOKENS, Count.exact(258), null),
                new Item("image[0]", Meter.IMAGES, Count.exact(1), null),
                new Item("image[1]", Meter.IMAGE_TOKENS, Count.exact(1_032), null),
                new Item("image[1]", Meter.IMAGES, Count.exact(1), null));
        Bill bill = Biller.bill(routerAi(), items, Terms.STANDARD);
        // printed (258 + 1,032) × 3.91 / 1,000; other reading 2 × 3.91 / 1,000
        assertThat(bill.likely()).isEqualTo(rub("5.0439"));
        assertThat(bill.low()).isEqualTo(rub("0.00782"));
    }

    @Test
    void pages_that_are_billed_as_pictures_share_the_doubt() {
        Bill bill = bill(routerAi(), Usage.of(Meter.DOCUMENT_TOKENS, 2_580).plus(Meter.PAGES, 10));
        // printed 2,580 × 3.91 / 1,000; as ten images 10 × 3.91 / 1,000
        assertThat(bill.likely()).isEqualTo(rub("10.0878"));
        assertThat(bill.low()).isEqualTo(rub("0.0391"));
        assertThat(bill.notes()).extracting(Note::code).contains("doubtful_rate");
    }

    @Test
    void without_a_picture_a_doubt_says_nothing() {
        Bill bill = bill(routerAi(), Usage.of(Meter.INPUT_TOKENS, 1_000));
        assertThat(bill.notes()).isEmpty();
        assertThat(bill.low()).isEqualTo(bill.high());
    }
}
