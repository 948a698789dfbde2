package smeta.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static smeta.price.GivenCards.RUB;
import static smeta.price.GivenCards.USD;
import static smeta.price.GivenCards.card;
import static smeta.price.GivenCards.rate;
import static smeta.price.GivenCards.rates;
import static smeta.price.GivenCards.rub;
import static smeta.price.GivenCards.usd;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.meter.Meter;
import smeta.meter.Usage;

class RatesTest {
    @ParameterizedTest(name = "{0} on a card with {1} is billed as {2}")
    @CsvFileSource(resources = "/price/fallbacks.csv", numLinesToSkip = 1)
    void a_meter_without_a_rate_borrows_the_coarser_one(Meter meter, String priced, String expected, String why) {
        Map<Meter, Rate> card = new EnumMap<>(Meter.class);
        int price = 1;
        for (String name : priced.split(" ")) {
            Meter each = Meter.named(name).orElseThrow();
            card.put(each, rate(each, Integer.toString(price++), USD, 1_000_000));
        }
        Rates rates = new Rates(card);
        assertThat(rates.resolve(meter).map(r -> r.meter().wireName()).orElse("unpriced"))
                .as(why)
                .isEqualTo(expected);
    }

    @Test
    void a_rate_multiplies_first_and_divides_last() {
        // 1 token at 0.15 USD / 1M, a million times
        assertThat(rate(Meter.INPUT_TOKENS, "0.15", USD, 1_000_000).of(1)).isEqualTo(usd("0.00000015"));
        assertThat(rate(Meter.INPUT_TOKENS, "0.15", USD, 1_000_000).of(1).times(1_000_000))
                .isEqualTo(usd("0.15"));
    }

    @ParameterizedTest(name = "{1} {0} at {2} per {3} cost {4} USD")
    @CsvSource({
        // whisper-1: 0.006 per minute, 90 s = 0.009
        "AUDIO_SECONDS,90000,0.006,60,0.009",
        // whisper-large-v3 at Groq: 0.111 per hour, 10 minutes = 0.0185
        "AUDIO_SECONDS,600000,0.111,3600,0.0185",
        // sora-2: 0.10 per second, 8.5 s = 0.85
        "VIDEO_OUTPUT_SECONDS,8500,0.10,1,0.85",
        // tts-1: 15 per 1M characters, 4,000 = 0.06
        "INPUT_CHARACTERS,4000,15,1000000,0.06",
        // dall-e-3: 0.04 per image, 3 = 0.12
        "OUTPUT_IMAGES,3,0.04,1,0.12",
        // OpenRouter: 0.0258 per 1K images, 2 = 0.0000516
        "IMAGES,2,0.0258,1000,0.0000516",
        // web search: 10 per 1,000, 7 = 0.07
        "WEB_SEARCHES,7,10,1000,0.07",
        "REQUESTS,1,5,1000,0.005",
        "PAGES,12,1,1000,0.012"
    })
    void every_unit_is_billed_by_its_own_arithmetic(Meter meter, long count, String price, long per, String expected) {
        assertThat(rate(meter, price, USD, per).of(count)).isEqualTo(usd(expected));
    }

    @Test
    void a_price_per_hour_stays_exact_where_no_decimal_can_hold_it() {
        // 1 second at 0.10 per hour is 1/36,000: 36,000 of them are 1
        Rate rate = rate(Meter.AUDIO_SECONDS, "0.1", RUB, 3600);
        assertThat(rate.of(1_000).amount().isDecimal()).isFalse();
        assertThat(rate.of(1_000).times(36_000)).isEqualTo(rub("1"));
    }

    @Test
    void a_negative_price_and_a_price_for_nothing_are_refused() {
        assertThatThrownBy(() -> rate(Meter.INPUT_TOKENS, "-0.01", USD, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate(Meter.INPUT_TOKENS, "1", USD, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overriding_replaces_only_what_the_other_prices() {
        Rates merged =
                rates(Meter.INPUT_TOKENS, "1", Meter.OUTPUT_TOKENS, "2").overriddenBy(rates(Meter.OUTPUT_TOKENS, "3"));
        assertThat(merged).isEqualTo(rates(Meter.INPUT_TOKENS, "1", Meter.OUTPUT_TOKENS, "3"));
    }

    @Test
    void a_meter_whose_own_rate_is_missing_is_unpriced_and_so_are_those_that_would_borrow_it() {
        Rates rates =
                rates(Meter.INPUT_TOKENS, "0.15", Meter.OUTPUT_TOKENS, "0.6").missing(List.of(Meter.AUDIO_TOKENS));
        assertThat(rates.resolve(Meter.AUDIO_TOKENS)).isEmpty();
        assertThat(rates.resolve(Meter.CACHE_READ_AUDIO_TOKENS)).isEmpty();
        assertThat(rates.resolve(Meter.IMAGE_TOKENS))
                .contains(rate(Meter.INPUT_TOKENS, "0.15", USD, GivenCards.MILLION));
        Bill bill = Biller.bill(
                card(rates), Usage.of(Meter.INPUT_TOKENS, 100).plus(Meter.AUDIO_TOKENS, 900), Terms.STANDARD);
        // 100 × 0.15 / 1M; the audio isn't 900 × 0.15
        assertThat(bill.likely()).isEqualTo(usd("0.000015"));
        assertThat(bill.unpriced()).containsExactly(Meter.AUDIO_TOKENS);
        assertThat(bill.notes()).extracting(Note::code).containsExactly("rate_missing");
    }

    @Test
    void a_tier_may_price_what_the_base_misses_and_miss_what_the_base_prices() {
        Rates base = rates(Meter.INPUT_TOKENS, "1").missing(List.of(Meter.AUDIO_TOKENS));
        assertThat(base.overriddenBy(rates(Meter.AUDIO_TOKENS, "10")).missing()).isEmpty();
        Rates priced = rates(Meter.INPUT_TOKENS, "1", Meter.AUDIO_TOKENS, "10");
        assertThat(priced.overriddenBy(Rates.NONE.missing(List.of(Meter.AUDIO_TOKENS)))
                        .resolve(Meter.AUDIO_TOKENS))
                .isEmpty();
    }

    @Test
    void what_a_card_lists_keeps_its_order() {
        Map<String, BigDecimal> places = new LinkedHashMap<>();
        for (String place : List.of("us", "eu", "jp", "in", "au", "kr", "ca", "br")) {
            places.put(place, new BigDecimal("1.1"));
        }
        RateCard card = new GivenCards.Card(rates(Meter.INPUT_TOKENS, "1"))
                .residency(places)
                .build();
        assertThat(card.residency().keySet()).containsExactly("us", "eu", "jp", "in", "au", "kr", "ca", "br");
    }
}
