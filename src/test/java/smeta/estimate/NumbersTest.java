package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "0e2147483647",
                "1e2147483648",
                "12345678901234567890123456789012345678901"
            })
    void decimals_that_nobody_can_work_with_are_refused(String text) {
        assertThatThrownBy(() -> Numbers.shortDecimal(text)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Numbers.amount(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_short_decimal_is_exact() {
        assertThat(Numbers.shortDecimal("-0.10")).isEqualTo(new BigDecimal("-0.10"));
        assertThat(Numbers.shortDecimal("1e3")).isEqualByComparingTo("1000");
    }

    @Test
    void zeros_are_written_out_where_they_are_few() {
        assertThat(Numbers.shown(new BigDecimal("1e3"))).isEqualTo("1000");
        assertThat(Numbers.shown(new BigDecimal("1e999999999"))).isEqualTo("1E+999999999");
    }
}
