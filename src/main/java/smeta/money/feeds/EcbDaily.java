package smeta.money.feeds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import smeta.money.ExchangeRate;

/**
 * The European Central Bank's reference rates, {@code eurofxref-daily.xml}: units of each currency for one euro, with
 * decimal points. There has been no ruble in it since March 2022.
 */
public final class EcbDaily {

    private final List<ExchangeRate> rates = new ArrayList<>();
    private @Nullable LocalDate day;

    private EcbDaily() {}

    /** @throws IllegalArgumentException if these are not the bank's rates */
    public static List<ExchangeRate> read(byte[] xml) {
        EcbDaily daily = new EcbDaily();
        Xml.read(xml, "Envelope", daily::element);
        if (daily.rates.isEmpty()) {
            throw new IllegalArgumentException("expected rates, found an empty set");
        }
        return List.copyOf(daily.rates);
    }

    private void element(XMLStreamReader reader) {
        if (!reader.getLocalName().equals("Cube")) {
            return;
        }
        String time = reader.getAttributeValue(null, "time");
        String code = reader.getAttributeValue(null, "currency");
        String rate = reader.getAttributeValue(null, "rate");
        if (time != null) {
            try {
                day = LocalDate.parse(time);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("expected a day like 2026-11-20, found “" + time + "”", e);
            }
        } else if (code != null && rate != null) {
            if (day == null || !rate.matches("[0-9]{1,12}(\\.[0-9]{1,12})?") || new BigDecimal(rate).signum() == 0) {
                throw new IllegalArgumentException("expected a rate with a decimal point under a day for " + code);
            }
            try {
                rates.add(new ExchangeRate(
                        Currency.getInstance("EUR"),
                        Currency.getInstance(code),
                        new BigDecimal(rate),
                        day,
                        "European Central Bank, reference rate"));
            } catch (IllegalArgumentException e) {
                // a currency that the JDK does not know can't be asked for either
                return;
            }
        }
    }
}
