package smeta.catalogue.yaml;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.meter.Unit;
import smeta.price.Rate;

/** The units beside which prices are printed: {@code USD / 1M tokens}, {@code RUB / 1K images}, {@code USD / hour}. */
record PriceUnit(Currency currency, long per, Unit unit) {
    private static final Pattern UNIT = Pattern.compile("([A-Z]{3}) / (?:([0-9]+)([KM])? )?([a-z]+(?: hours?)?)");
    private static final Pattern LINE = Pattern.compile("([0-9][0-9_,]*(?:\\.[0-9]+)?)(?: (.+))?");
    private static final Map<String, Unit> NOUNS = Map.ofEntries(
            Map.entry("token", Unit.TOKENS), Map.entry("tokens", Unit.TOKENS),
            Map.entry("character", Unit.CHARACTERS), Map.entry("characters", Unit.CHARACTERS),
            Map.entry("image", Unit.IMAGES), Map.entry("images", Unit.IMAGES),
            Map.entry("second", Unit.SECONDS), Map.entry("seconds", Unit.SECONDS),
            Map.entry("minute", Unit.SECONDS), Map.entry("minutes", Unit.SECONDS),
            Map.entry("hour", Unit.SECONDS), Map.entry("hours", Unit.SECONDS),
            Map.entry("page", Unit.PAGES), Map.entry("pages", Unit.PAGES),
            Map.entry("request", Unit.REQUESTS), Map.entry("requests", Unit.REQUESTS),
            Map.entry("call", Unit.REQUESTS), Map.entry("calls", Unit.REQUESTS),
            Map.entry("search", Unit.SEARCHES), Map.entry("searches", Unit.SEARCHES),
            Map.entry("tokens hour", Unit.TOKEN_HOURS), Map.entry("tokens hours", Unit.TOKEN_HOURS));
    private static final Set<String> CURRENCIES = Set.of("RUB", "USD", "CNY", "EUR", "KZT", "GBP", "JPY", "INR");

    private static final Pattern CAPACITY =
            Pattern.compile(".*\\b(day|days|week|weeks|month|months|year|TPM|RPM|PTU|GPU hour)\\b.*");

    /** @throws IllegalArgumentException if it is none */
    static PriceUnit parse(String text) {
        Matcher matcher = UNIT.matcher(text);
        boolean named = matcher.matches() && NOUNS.containsKey(matcher.group(4));
        boolean paid = named && CURRENCIES.contains(matcher.group(1));
        if (!paid && CAPACITY.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "“" + text + "” is rented capacity, whose price does not depend on the request, so it is no rate; "
                            + "leave the line out and say so in a note");
        }
        if (!named) {
            throw new IllegalArgumentException(
                    "expected a unit like USD / 1M tokens or RUB / image, found “" + text + "”");
        }
        if (!paid) {
            throw new IllegalArgumentException("expected a currency of " + new java.util.TreeSet<>(CURRENCIES)
                    + ", found “" + matcher.group(1) + "”");
        }
        long per = matcher.group(2) == null ? 1 : Long.parseLong(matcher.group(2));
        if (matcher.group(3) != null) {
            per *= matcher.group(3).equals("K") ? 1_000 : 1_000_000;
        }
        String noun = matcher.group(4);
        per *= noun.startsWith("minute") ? 60 : noun.startsWith("hour") ? 3600 : 1;
        if (per <= 0) {
            throw new IllegalArgumentException("expected a positive number of units, found “" + text + "”");
        }
        return new PriceUnit(Currency.getInstance(matcher.group(1)), per, Objects.requireNonNull(NOUNS.get(noun)));
    }

    /**
     * The rate of a line: a price in the card's unit, or with a unit of its own.
     *
     * @throws IllegalArgumentException if the number or the unit is bad, or the line can't have that unit
     */
    static Rate rate(String key, String text, @Nullable PriceUnit cardUnit) {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "expected a price like 3.91, or 3.91 RUB / 1K tokens, found “" + text + "”");
        }
        BigDecimal price = YamlFields.decimalOf(matcher.group(1));
        PriceUnit units = matcher.group(2) == null ? cardUnit : parse(matcher.group(2));
        if (units == null) {
            throw new IllegalArgumentException(
                    "the card has no unit, so the line needs one of its own, like " + text + " USD / 1M tokens");
        }
        List<Meter> meters = Meter.ofKey(key);
        for (Meter meter : meters) {
            if (meter.unit() == units.unit() || meter.unit() == Unit.SEARCHES && units.unit() == Unit.REQUESTS) {
                return new Rate(meter, price, units.currency(), units.per());
            }
        }
        if (key.equals("input")) {
            Meter own = switch (units.unit()) {
                case SECONDS -> Meter.AUDIO_SECONDS;
                case PAGES -> Meter.PAGES;
                default -> null;
            };
            if (own != null) {
                return new Rate(own, price, units.currency(), units.per());
            }
        }
        throw new IllegalArgumentException("“" + key + "” can't be priced per "
                + units.unit().wireName() + ", only per "
                + String.join(
                        " or ", meters.stream().map(m -> m.unit().wireName()).toList()));
    }
}
