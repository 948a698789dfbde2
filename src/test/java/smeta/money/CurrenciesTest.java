package smeta.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import smeta.meter.Meter;
import smeta.price.Rate;
import sun.misc.Unsafe;

/** A program that was compiled ahead of time may hold two objects of one currency. */
class CurrenciesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** Another object with the same code, as an image's heap holds one beside that of the running program. */
    private static Currency twin(String code) throws ReflectiveOperationException {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Currency twin = (Currency) unsafe.allocateInstance(Currency.class);
        unsafe.putObject(twin, unsafe.objectFieldOffset(Currency.class.getDeclaredField("currencyCode")), code);
        assertThat(twin).isNotEqualTo(Currency.getInstance(code));
        return twin;
    }

    @Test
    void two_objects_of_one_code_are_one_currency() throws ReflectiveOperationException {
        Currency rub = Currency.getInstance("RUB");
        assertThat(Currencies.same(rub, twin("RUB"))).isTrue();
        assertThat(Currencies.same(rub, twin("USD"))).isFalse();
        assertThat(Currencies.same(rub, null)).isFalse();
        Money one = Money.of(BigDecimal.ONE, rub);
        Money other = Money.of(BigDecimal.ONE, twin("RUB"));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.plus(other)).isEqualTo(Money.of("2", "RUB"));
        Rate rate = new Rate(Meter.INPUT_TOKENS, BigDecimal.ONE, rub, 1000);
        Rate same = new Rate(Meter.INPUT_TOKENS, BigDecimal.ONE, twin("RUB"), 1000);
        assertThat(rate).isEqualTo(same).hasSameHashCodeAs(same);
    }

    @Test
    void a_newer_rate_counts_whichever_object_names_its_currency() throws ReflectiveOperationException {
        Currency usd = Currency.getInstance("USD");
        Currency rub = Currency.getInstance("RUB");
        ExchangeRates rates = new ExchangeRates(List.of(
                new ExchangeRate(usd, rub, new BigDecimal("78"), DAY.minusDays(100), "shipped"),
                new ExchangeRate(usd, twin("RUB"), new BigDecimal("80"), DAY, "fetched")));
        assertThat(rates.inEffect(DAY)).extracting(ExchangeRate::source).containsExactly("fetched");
        assertThat(rates.convert(Money.of("2", "USD"), rub, DAY).orElseThrow().money())
                .isEqualTo(Money.of("160", "RUB"));
    }
}
