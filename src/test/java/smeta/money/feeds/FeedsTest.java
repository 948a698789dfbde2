package smeta.money.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.money.ExchangeRate;

class FeedsTest {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final LocalDate SATURDAY = LocalDate.of(2025, 12, 13);

    /** Rows of the bank's own answer for 13.12.2025. */
    private static final String CBR = """
            <?xml version="1.0" encoding="windows-1251"?>
            <ValCurs Date="13.12.2025" name="Foreign Currency Market">
            <Valute ID="R01030"><NumCode>012</NumCode><CharCode>DZD</CharCode><Nominal>100</Nominal><Name>Алжирских динаров</Name><Value>61,5323</Value><VunitRate>0,615323</VunitRate></Valute>
            <Valute ID="R01235"><NumCode>840</NumCode><CharCode>USD</CharCode><Nominal>1</Nominal><Name>Доллар США</Name><Value>79,7296</Value><VunitRate>79,7296</VunitRate></Valute>
            <Valute ID="R01239"><NumCode>978</NumCode><CharCode>EUR</CharCode><Nominal>1</Nominal><Name>Евро</Name><Value>93,5626</Value></Valute>
            <Valute ID="R01375"><NumCode>156</NumCode><CharCode>CNY</CharCode><Nominal>1</Nominal><Name>Юань</Name><Value>11,2726</Value><VunitRate>11,2726</VunitRate></Valute>
            <Valute ID="R0X"><NumCode>000</NumCode><CharCode>ZZQ</CharCode><Nominal>1</Nominal><Name>?</Name><Value>1,0000</Value></Valute>
            </ValCurs>
            """;

    private static BigDecimal rate(List<ExchangeRate> rates, String from, String to) {
        return rates.stream()
                .filter(r -> r.from().equals(Currency.getInstance(from)) && r.to().equals(Currency.getInstance(to)))
                .findFirst()
                .orElseThrow()
                .rate();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(WINDOWS_1251);
    }

    @Test
    void the_bank_of_russia_prints_rubles_for_a_nominal_with_decimal_commas() {
        List<ExchangeRate> rates = CbrDaily.read(bytes(CBR), SATURDAY);
        assertThat(rates).hasSize(4);
        assertThat(rate(rates, "USD", "RUB")).isEqualByComparingTo("79.7296");
        assertThat(rate(rates, "DZD", "RUB")).isEqualByComparingTo("0.615323");
        assertThat(rate(rates, "EUR", "RUB")).isEqualByComparingTo("93.5626");
        assertThat(rates).extracting(ExchangeRate::date).containsOnly(SATURDAY);
    }

    @Test
    void older_answers_have_no_rate_for_one_and_the_nominal_counts() {
        List<ExchangeRate> rates = CbrDaily.read(bytes(CBR.replace("<VunitRate>0,615323</VunitRate>", "")), SATURDAY);
        // 61.5323 / 100
        assertThat(rate(rates, "DZD", "RUB")).isEqualByComparingTo("0.615323");
    }

    @Test
    void the_date_of_the_answer_counts_not_the_day_that_was_asked_for() {
        // a Monday: nothing is set for Sundays and Mondays
        assertThat(CbrDaily.read(bytes(CBR), LocalDate.of(2025, 12, 15)))
                .extracting(ExchangeRate::date)
                .containsOnly(SATURDAY);
    }

    @Test
    void the_day_is_asked_for_as_the_bank_writes_it() {
        assertThat(CbrDaily.parameter(LocalDate.of(2026, 3, 4))).isEqualTo("04/03/2026");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("HTML that is no XML", "<!DOCTYPE html><html><body>Access denied<br></body></html>"),
                Arguments.of("HTML that is XML", "<html><body>Access denied</body></html>"),
                Arguments.of("an error in words", "Error in parameters"),
                Arguments.of(
                        "an empty set",
                        "<?xml version=\"1.0\" encoding=\"windows-1251\"?><ValCurs Date=\"13.12.2025\" name=\"Foreign"
                                + " Currency Market\"></ValCurs>"),
                Arguments.of("no date", CBR.replace(" Date=\"13.12.2025\"", "")),
                Arguments.of("rates of long ago", CBR.replace("13.12.2025", "13.12.2024")),
                Arguments.of("rates of the future", CBR.replace("13.12.2025", "15.12.2025")),
                Arguments.of("Moldova's rates, with decimal points", CBR.replaceAll("([0-9]),([0-9])", "$1.$2")),
                Arguments.of("a rate for one that contradicts the nominal", CBR.replace("0,615323", "0,615423")),
                Arguments.of("a nominal of 0", CBR.replace("<Nominal>100<", "<Nominal>0<")),
                Arguments.of("a rate of 0", CBR.replace("79,7296", "0,0000")),
                Arguments.of("a negative rate", CBR.replace("79,7296", "-79,7296")),
                Arguments.of(
                        "an entity from a file",
                        CBR.replace("<ValCurs", "<!DOCTYPE v [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><ValCurs")
                                .replace("79,7296", "&e;")),
                Arguments.of("half of it", CBR.substring(0, CBR.length() / 2)),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void what_is_not_the_banks_answer_is_refused(String name, String text) {
        assertThatThrownBy(() -> CbrDaily.read(bytes(text), SATURDAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_european_bank_prints_units_for_a_euro_with_decimal_points() {
        String ecb = """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                <gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
                <Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.1525'/><Cube currency='CNY' rate='8.1931'/></Cube></Cube>
                </gesmes:Envelope>
                """;
        List<ExchangeRate> rates = EcbDaily.read(ecb.getBytes(StandardCharsets.UTF_8));
        assertThat(rate(rates, "EUR", "USD")).isEqualByComparingTo("1.1525");
        assertThat(rate(rates, "EUR", "CNY")).isEqualByComparingTo("8.1931");
        assertThat(rates).extracting(ExchangeRate::date).containsOnly(LocalDate.of(2026, 11, 20));
        assertThatThrownBy(() -> EcbDaily.read(bytes(CBR))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> EcbDaily.read(ecb.replace("'1.1525'", "'1,1525'").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        EcbDaily.read(ecb.replace(" time='2026-11-20'", "").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
