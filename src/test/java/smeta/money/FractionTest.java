package smeta.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {
    private static final int ROUNDS = 500;

    /** Any number that occurs here: a price times a count, divided by a size of a unit. */
    private static Fraction any(Random random) {
        BigDecimal top = BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, random.nextInt(9));
        return Fraction.of(top).dividedBy(1 + random.nextInt(5_000));
    }

    @Test
    void sums_are_associative_and_commutative_exactly() {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            Fraction a = any(random);
            Fraction b = any(random);
            Fraction c = any(random);
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
        }
    }

    @Test
    void products_are_associative_and_distribute_over_sums() {
        Random random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            Fraction a = any(random);
            Fraction b = any(random);
            Fraction c = any(random);
            assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
            assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
        }
    }

    @Test
    void what_is_divided_and_multiplied_again_is_the_same() {
        Random random = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            Fraction a = any(random);
            Fraction b = any(random);
            if (b.signum() != 0) {
                assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
                assertThat(a.times(b).dividedBy(b)).isEqualTo(a);
            }
        }
    }

    @Test
    void order_agrees_with_cross_multiplication_of_whole_numbers() {
        Random random = new Random(4);
        for (int i = 0; i < ROUNDS; i++) {
            long p = random.nextInt(2001) - 1000;
            long q = 1 + random.nextInt(1000);
            long r = random.nextInt(2001) - 1000;
            long s = 1 + random.nextInt(1000);
            assertThat(Integer.signum(
                            Fraction.of(p).dividedBy(q).compareTo(Fraction.of(r).dividedBy(s))))
                    .isEqualTo(Long.signum(p * s - r * q));
        }
    }

    @Test
    void equal_numbers_are_equal_records_however_they_came_about() {
        assertThat(Fraction.of(1).dividedBy(3))
                .isEqualTo(Fraction.of(2).dividedBy(6))
                .isEqualTo(Fraction.of("0.1").dividedBy(Fraction.of("0.3")));
        assertThat(Fraction.of("1.50")).isEqualTo(Fraction.of(3).dividedBy(2));
        assertThat(Fraction.of("0.00"))
                .isEqualTo(Fraction.ZERO)
                .isEqualTo(Fraction.of(0).dividedBy(7));
        assertThat(new Fraction(BigDecimal.ONE, BigInteger.valueOf(40))).isEqualTo(Fraction.of("0.025"));
    }

    @Test
    void what_a_decimal_can_hold_is_a_decimal() {
        assertThat(Fraction.of(1).dividedBy(8).isDecimal()).isTrue();
        assertThat(Fraction.of(1).dividedBy(8)).hasToString("0.125");
        assertThat(Fraction.of(1).dividedBy(3).isDecimal()).isFalse();
        assertThat(Fraction.of(1).dividedBy(3).times(3)).isEqualTo(Fraction.ONE);
    }

    @ParameterizedTest(name = "{0} / {1} to {2} decimals is {3}")
    @CsvSource({
        "0.125,1,2,0.13", "0.1249999999999999999999,1,2,0.12", "-0.125,1,2,-0.13", "1,3,4,0.3333", "2,3,4,0.6667",
        "1,2,0,1", "0.0000005,1,6,0.000001", "0.00000049,1,6,0.000000", "10,4,0,3", "0,7,3,0.000"
    })
    void rounding_is_half_up_once_at_the_edge(String top, long divisor, int scale, String expected) {
        assertThat(Fraction.of(top).dividedBy(divisor).rounded(scale)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest(name = "the floor of {0} / {1} is {2}")
    @CsvSource({"7,2,3", "-7,2,-4", "6,3,2", "0.9999999999999999999999,1,0", "1e3,1,1000"})
    void floor_is_the_largest_whole_number_that_is_not_above(String top, long divisor, String expected) {
        assertThat(Fraction.of(top).dividedBy(divisor).floor()).isEqualTo(new BigInteger(expected));
    }

    @Test
    void a_negative_divisor_moves_its_sign_into_the_numerator() {
        assertThat(Fraction.of(1).dividedBy(-4)).isEqualTo(Fraction.of("-0.25"));
        assertThat(Fraction.of(-1).dividedBy(Fraction.of("-0.3")))
                .isEqualTo(Fraction.of(10).dividedBy(3));
    }

    @Test
    void division_by_zero_is_refused() {
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Fraction(BigDecimal.ONE, BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
