package smeta.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest(name = "{0} with k = {1} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "8k;1000;8000;true", "8K;1024;8192;true", "2m;1000;2000000;true", "1M;1024;1048576;true",
                        "1.5M;1000;1500000;true",
                "131,072;1000;131072;false", "131,072;1024;131072;false", "131_072;1000;131072;false",
                        "8192;1024;8192;false", "10,000,000;1000;10000000;false"
            })
    void a_round_figure_depends_on_k_and_a_full_one_does_not(String printed, int kilo, long tokens, boolean round) {
        assertThat(Quantity.parse(printed, kilo)).isEqualTo(new Quantity(printed, tokens, round));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "k",
                "-8k",
                "8 k",
                "8kk",
                "1,31072",
                "131,0721",
                "1,000k",
                "8g",
                "1e6",
                "99999999999999999999",
                "0.0001k",
                "٨k"
            })
    void anything_else_is_refused(String printed) {
        assertThatThrownBy(() -> Quantity.parse(printed, 1000))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }
}
