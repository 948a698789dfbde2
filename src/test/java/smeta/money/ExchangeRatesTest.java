package smeta.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures: official rates of the Bank of Russia as published for those days. */
class ExchangeRatesTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency RUB = Currency.getInstance("RUB");
    private static final LocalDate NOVEMBER = LocalDate.parse("2025-11-21");
    private static final LocalDate DECEMBER = LocalDate.parse("2025-12-13");

    private final ExchangeRates rates = ExchangeRates.read(
            "rates",
            List.of(
                    "# a comment",
                    "",
                    "2025-12-13,USD,RUB,79.7296,Bank of Russia",
                    "2025-11-21,USD,RUB,80.7321,Bank of Russia",
                    "2025-11-21,EUR,RUB,92.6047,Bank of Russia",
                    "2025-12-13,CNY,RUB,11.2726,Bank of Russia, the bank's own XML"));

    private static Money converted(ExchangeRates rates, String amount, Currency from, Currency to, LocalDate on) {
        return rates.convert(Money.of(amount, from.getCurrencyCode()), to, on)
                .orElseThrow()
                .money();
    }

    @Test
    void the_newest_rate_in_effect_on_the_day_is_used() {
        assertThat(converted(rates, "10", USD, RUB, NOVEMBER)).isEqualTo(Money.of("807.321", "RUB"));
        assertThat(converted(rates, "10", USD, RUB, DECEMBER.minusDays(1))).isEqualTo(Money.of("807.321", "RUB"));
        assertThat(converted(rates, "10", USD, RUB, DECEMBER)).isEqualTo(Money.of("797.296", "RUB"));
        assertThat(converted(rates, "10", USD, RUB, DECEMBER.plusYears(1))).isEqualTo(Money.of("797.296", "RUB"));
    }

    @Test
    void before_the_first_day_there_is_no_rate() {
        assertThat(rates.convert(Money.of("1", "USD"), RUB, NOVEMBER.minusDays(1)))
                .isEmpty();
        assertThat(rates.inEffect(NOVEMBER.minusDays(1))).isEmpty();
    }

    @Test
    void a_rate_works_backwards_exactly() {
        // 797.296 RUB / 79.7296 = 10 USD
        assertThat(converted(rates, "797.296", RUB, USD, DECEMBER)).isEqualTo(Money.of("10", "USD"));
        assertThat(rates.factor(RUB, USD, DECEMBER).orElseThrow().factor())
                .isEqualTo(Fraction.ONE.dividedBy(Fraction.of("79.7296")));
    }

    @Test
    void two_currencies_meet_through_a_third_whose_rates_are_of_one_day() {
        // 79.7296 RUB/USD ÷ 11.2726 RUB/CNY, both of 2025-12-13
        ExchangeRates.Conversion conversion =
                rates.convert(Money.of("11.2726", "USD"), CNY, DECEMBER).orElseThrow();
        assertThat(conversion.money()).isEqualTo(Money.of("79.7296", "CNY"));
        assertThat(conversion.used()).extracting(ExchangeRate::date).containsExactly(DECEMBER, DECEMBER);
        assertThat(conversion.used())
                .extracting(r -> r.from().getCurrencyCode())
                .containsExactly("USD", "CNY");
    }

    @Test
    void rates_of_two_different_days_make_no_cross() {
        // the newest dollar is of December, the newest euro of November
        assertThat(rates.convert(Money.of("1", "USD"), EUR, DECEMBER)).isEmpty();
        assertThat(rates.convert(Money.of("1", "USD"), EUR, NOVEMBER)).isPresent();
    }

    @Test
    void the_same_currency_needs_no_rate() {
        ExchangeRates.Conversion conversion =
                rates.convert(Money.of("3", "USD"), USD, LocalDate.EPOCH).orElseThrow();
        assertThat(conversion.money()).isEqualTo(Money.of("3", "USD"));
        assertThat(conversion.used()).isEmpty();
    }

    @Test
    void there_and_back_is_the_same_amount_exactly() {
        Random random = new Random(5);
        List<Currency> all = List.of(USD, CNY, RUB);
        for (int i = 0; i < 300; i++) {
            Currency from = all.get(random.nextInt(3));
            Currency to = all.get(random.nextInt(3));
            Money money = new Money(Fraction.of(random.nextInt(1_000_000)).dividedBy(1 + random.nextInt(999)), from);
            Money there = rates.convert(money, to, DECEMBER).orElseThrow().money();
            assertThat(rates.convert(there, from, DECEMBER).orElseThrow().money())
                    .isEqualTo(money);
        }
    }

    @Test
    void a_newer_backward_rate_beats_an_older_forward_one() {
        ExchangeRates both =
                ExchangeRates.read("r", List.of("2025-01-01,USD,RUB,100,a", "2025-02-01,RUB,USD,0.0125,b"));
        assertThat(converted(both, "1", USD, RUB, LocalDate.parse("2025-01-31")))
                .isEqualTo(Money.of("100", "RUB"));
        assertThat(converted(both, "1", USD, RUB, LocalDate.parse("2025-02-01")))
                .isEqualTo(Money.of("80", "RUB"));
    }

    @Test
    void two_different_rates_on_one_day_are_refused_and_the_same_twice_is_not() {
        assertThatThrownBy(
                        () -> ExchangeRates.read("r", List.of("2025-01-01,USD,RUB,100,a", "2025-01-01,USD,RUB,101,b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two different rates of USD to RUB on 2025-01-01");
        ExchangeRates same = ExchangeRates.read("r", List.of("2025-01-01,USD,RUB,100,a", "2025-01-01,USD,RUB,100.0,b"));
        assertThat(same.inEffect(LocalDate.parse("2025-01-01"))).hasSize(1);
    }

    @Test
    void every_bad_line_is_reported_with_its_number() {
        assertThatThrownBy(() -> ExchangeRates.read(
                        "rates.csv",
                        List.of(
                                "2025-01-01,USD,RUB,100,good",
                                "2025-13-01,USD,RUB,100,bad day",
                                "2025-01-01,USD,RUB",
                                "2025-01-01,XXQ,RUB,100,no such currency",
                                "2025-01-01,USD,RUB,-1,negative",
                                "2025-01-01,USD,RUB,\"81,8\",a comma")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("rates.csv:2:", "rates.csv:3:", "rates.csv:4:", "rates.csv:5:", "rates.csv:6:")
                .hasMessageNotContaining("rates.csv:1:")
                .hasMessageNotContaining("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-80", "NaN", "1e999999999", "0x10", "eighty", "", "1e2"})
    void a_rate_must_be_a_plain_positive_number(String rate) {
        assertThatThrownBy(() -> ExchangeRates.read("r", List.of("2025-01-01,USD,RUB," + rate + ",somebody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("r:1:");
    }

    @Test
    void the_same_currency_twice_is_no_rate() {
        assertThatThrownBy(() -> ExchangeRates.read("r", List.of("2025-01-01,USD,USD,1,somebody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("r:1:");
    }

    @Test
    void the_table_that_ships_holds_the_official_rates_of_1_July_2026() throws IOException {
        ExchangeRates shipped;
        try (InputStream in = ExchangeRatesTest.class.getResourceAsStream("/exchange/rates.csv")) {
            shipped = ExchangeRates.read(
                    "rates.csv",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
        LocalDate day = LocalDate.parse("2026-07-01");
        assertThat(converted(shipped, "1", USD, RUB, day)).isEqualTo(Money.of("78.2696", "RUB"));
        assertThat(converted(shipped, "1", EUR, RUB, day)).isEqualTo(Money.of("89.2743", "RUB"));
        assertThat(converted(shipped, "1", CNY, RUB, day)).isEqualTo(Money.of("11.4932", "RUB"));
        assertThat(shipped.all()).allSatisfy(r -> assertThat(r.source()).isNotBlank());
    }
}
