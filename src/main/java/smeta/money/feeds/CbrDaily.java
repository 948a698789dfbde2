package smeta.money.feeds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import smeta.money.ExchangeRate;

/**
 * The Bank of Russia's daily rates, {@code XML_daily.asp} (https://www.cbr.ru/development/sxml/): rubles for a nominal
 * of each currency, with decimal commas. The date of the root is the day from which the rates are in effect; it may lie
 * before the day that was asked for, because nothing is set for Sundays, Mondays and holidays.
 */
public final class CbrDaily {
    /** In whose calendar the dates are. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter ASKED = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String RUB = "RUB";
    /** The longest time without a rate is the New Year's holidays. */
    private static final int LONGEST_GAP_DAYS = 20;

    private final LocalDate asked;
    private final List<ExchangeRate> rates = new ArrayList<>();
    private @Nullable LocalDate effective;

    private CbrDaily(LocalDate asked) {
        this.asked = asked;
    }

    /** The value of {@code date_req}. */
    public static String parameter(LocalDate day) {
        return ASKED.format(day);
    }

    /**
     * @param asked the day that was asked for
     * @throws IllegalArgumentException if these are not the bank's rates for that day
     */
    public static List<ExchangeRate> read(byte[] xml, LocalDate asked) {
        CbrDaily daily = new CbrDaily(asked);
        Xml.read(xml, "ValCurs", daily::element);
        if (daily.rates.isEmpty()) {
            throw new IllegalArgumentException("expected rates, found an empty set for " + asked);
        }
        return List.copyOf(daily.rates);
    }

    private void element(XMLStreamReader reader) throws XMLStreamException {
        if (reader.getLocalName().equals("ValCurs")) {
            effective = date(reader.getAttributeValue(null, "Date"));
        } else if (reader.getLocalName().equals("Valute")) {
            row(reader);
        }
    }

    private LocalDate date(@Nullable String text) {
        try {
            LocalDate date = LocalDate.parse(text == null ? "" : text, DATE);
            if (date.isAfter(asked.plusDays(1)) || date.isBefore(asked.minusDays(LONGEST_GAP_DAYS))) {
                throw new IllegalArgumentException("expected rates for " + asked + ", found rates of " + date);
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a date like 13.12.2025 on the root, found “" + text + "”", e);
        }
    }

    private void row(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> cells = new HashMap<>();
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            String name = reader.getLocalName();
            cells.put(name, reader.getElementText().strip());
        }
        Currency currency;
        try {
            currency = Currency.getInstance(cells.getOrDefault("CharCode", ""));
        } catch (IllegalArgumentException e) {
            // a currency that the JDK does not know can't be asked for either
            return;
        }
        BigDecimal value = number(cells, "Value");
        String nominal = cells.getOrDefault("Nominal", "");
        if (!nominal.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("expected a nominal for " + currency + ", found “" + nominal + "”");
        }
        BigDecimal unit = unit(cells, value, new BigDecimal(nominal), currency);
        if (!currency.getCurrencyCode().equals(RUB)) {
            rates.add(new ExchangeRate(
                    currency,
                    Currency.getInstance(RUB),
                    unit,
                    java.util.Objects.requireNonNull(effective),
                    "Bank of Russia, official rate"));
        }
    }

    /** By the nominal; where the bank prints the rate of one unit too, both must agree. */
    private static BigDecimal unit(Map<String, String> cells, BigDecimal value, BigDecimal nominal, Currency currency) {
        BigDecimal printed = cells.containsKey("VunitRate") ? number(cells, "VunitRate") : null;
        if (printed != null
                && printed.multiply(nominal)
                                .setScale(value.scale(), RoundingMode.HALF_UP)
                                .compareTo(value)
                        != 0) {
            throw new IllegalArgumentException("the rate of " + currency + " contradicts itself: " + value + " for "
                    + nominal + ", and " + printed + " for one");
        }
        try {
            return value.divide(nominal);
        } catch (ArithmeticException e) {
            if (printed == null) {
                throw new IllegalArgumentException(
                        "expected a nominal that is a power of ten for " + currency + ", found " + nominal, e);
            }
            return printed;
        }
    }

    /** With a decimal comma: the National Bank of Moldova serves the same form with points, in lei. */
    private static BigDecimal number(Map<String, String> cells, String name) {
        String text = cells.getOrDefault(name, "");
        if (!text.matches("[0-9]{1,12}(,[0-9]{1,12})?") || name.equals("Value") && !text.contains(",")) {
            throw new IllegalArgumentException(
                    "expected a number with a decimal comma for " + name + ", as the Bank of Russia prints it, found “"
                            + (text.length() > 40 ? text.substring(0, 40) : text) + "”");
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        if (number.signum() == 0) {
            throw new IllegalArgumentException("expected a positive " + name + ", found 0");
        }
        return number;
    }
}
