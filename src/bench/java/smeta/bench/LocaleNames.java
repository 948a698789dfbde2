package smeta.bench;

import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the JDK calls locales, countries, time zones and currencies in a language (from Unicode's CLDR). */
final class LocaleNames {
    private LocaleNames() {}

    static List<String> of(Locale locale) {
        Set<String> names = new TreeSet<>();
        for (Locale each : Locale.getAvailableLocales()) {
            names.add(each.getDisplayName(locale));
        }
        names.addAll(countries(locale));
        for (String[] zone : DateFormatSymbols.getInstance(locale).getZoneStrings()) {
            names.add(zone[1]);
            names.add(zone[3]);
        }
        Currency.getAvailableCurrencies().forEach(currency -> names.add(currency.getDisplayName(locale)));
        return new ArrayList<>(names);
    }

    static List<String> countries(Locale locale) {
        List<String> names = new ArrayList<>();
        for (String country : Locale.getISOCountries()) {
            names.add(new Locale("", country).getDisplayCountry(locale));
        }
        return names;
    }
}
