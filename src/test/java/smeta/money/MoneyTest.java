package smeta.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void a_hundred_thirds_of_a_cent_are_a_third_of_a_dollar() {
        Money third = Money.of("0.01", "USD").dividedBy(3);
        Money sum = Money.of("0", "USD");
        for (int i = 0; i < 100; i++) {
            sum = sum.plus(third);
        }
        assertThat(sum).isEqualTo(Money.of("1", "USD").dividedBy(3));
        assertThat(sum.times(3)).isEqualTo(Money.of("1.00", "USD"));
    }

    @Test
    void ten_times_a_tenth_is_one_unlike_in_floating_point() {
        Money sum = Money.of("0", "USD");
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(Money.of("0.1", "USD"));
        }
        assertThat(sum).isEqualTo(Money.of("1", "USD"));
    }

    @Test
    void amounts_in_different_currencies_neither_add_nor_compare() {
        Money dollars = Money.of("1", "USD");
        Money rubles = Money.of("1", "RUB");
        assertThatThrownBy(() -> dollars.plus(rubles))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("convert it first");
        assertThatThrownBy(() -> dollars.minus(rubles)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dollars.compareTo(rubles)).isInstanceOf(IllegalArgumentException.class);
        assertThat(dollars).isNotEqualTo(rubles);
    }

    @Test
    void trailing_zeros_make_no_difference() {
        assertThat(Money.of("2.50", "CNY")).isEqualTo(Money.of("2.5", "CNY")).hasToString("2.5 CNY");
        assertThat(Money.of("0.000", "CNY").isZero()).isTrue();
        assertThat(Money.of("2.5", "CNY").max(Money.of("2.51", "CNY"))).isEqualTo(Money.of("2.51", "CNY"));
        assertThat(Money.of("2.5", "CNY").min(Money.of("2.51", "CNY"))).isEqualTo(Money.of("2.5", "CNY"));
    }
}
