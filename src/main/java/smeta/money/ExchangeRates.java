package smeta.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Published exchange rates by day. Immutable. A conversion uses the newest rate that is in effect on the day, forwards
 * or backwards, directly or through one other currency whose two rates are of the same day, and says which it used.
 */
public final class ExchangeRates {
    private final Map<Pair, NavigableMap<LocalDate, ExchangeRate>> byPair = new LinkedHashMap<>();
    private final List<ExchangeRate> all;

    private record Pair(String from, String to) {
        static Pair of(Currency from, Currency to) {
            return new Pair(from.getCurrencyCode(), to.getCurrencyCode());
        }

        // written out: see docs/architecture.md on records in a native image
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Pair pair && from.equals(pair.from) && to.equals(pair.to);
        }

        @Override
        public int hashCode() {
            return 31 * from.hashCode() + to.hashCode();
        }
    }

    public ExchangeRates(Collection<ExchangeRate> rates) {
        all = List.copyOf(rates);
        for (ExchangeRate rate : all) {
            ExchangeRate twice = byPair.computeIfAbsent(Pair.of(rate.from(), rate.to()), p -> new TreeMap<>())
                    .put(rate.date(), rate);
            if (twice != null && twice.rate().compareTo(rate.rate()) != 0) {
                throw new IllegalArgumentException("two different rates of " + rate.from() + " to " + rate.to() + " on "
                        + rate.date() + ": " + twice.rate() + " and " + rate.rate());
            }
        }
    }

    /**
     * @param used the rates, as published, in the order in which they were applied; empty if nothing was converted
     * @param factor what the amount was multiplied with, exactly
     */
    public record Conversion(Money money, List<ExchangeRate> used, Fraction factor) {}

    /** The exact conversion at the newest rates in effect on that day, or empty if there is no such rate. */
    public Optional<Conversion> convert(Money money, Currency to, LocalDate on) {
        return factor(money.currency(), to, on)
                .map(path ->
                        new Conversion(new Money(money.amount().times(path.factor()), to), path.used(), path.factor()));
    }

    /** The factor from one currency to another on that day, with the published rates that make it. */
    public Optional<Path> factor(Currency from, Currency to, LocalDate on) {
        if (Currencies.same(from, to)) {
            return Optional.of(new Path(Fraction.ONE, List.of()));
        }
        Path direct = direct(from, to, on);
        Path crossed = cross(from, to, on);
        if (direct == null || crossed != null && crossed.date().isAfter(direct.date())) {
            return Optional.ofNullable(crossed);
        }
        return Optional.of(direct);
    }

    /** A way from one currency to another. */
    public record Path(Fraction factor, List<ExchangeRate> used) {
        LocalDate date() {
            return used.stream()
                    .map(ExchangeRate::date)
                    .min(LocalDate::compareTo)
                    .orElse(LocalDate.MAX);
        }
    }

    /** Newest rate of each pair that is in effect on that day. */
    public List<ExchangeRate> inEffect(LocalDate on) {
        List<ExchangeRate> result = new ArrayList<>();
        for (NavigableMap<LocalDate, ExchangeRate> rates : byPair.values()) {
            Map.Entry<LocalDate, ExchangeRate> entry = rates.floorEntry(on);
            if (entry != null) {
                result.add(entry.getValue());
            }
        }
        return result;
    }

    public List<ExchangeRate> all() {
        return all;
    }

    private @Nullable Path direct(Currency from, Currency to, LocalDate on) {
        ExchangeRate forwards = newest(from, to, on);
        ExchangeRate backwards = newest(to, from, on);
        if (forwards != null && (backwards == null || !backwards.date().isAfter(forwards.date()))) {
            return new Path(Fraction.of(forwards.rate()), List.of(forwards));
        }
        return backwards == null
                ? null
                : new Path(Fraction.ONE.dividedBy(Fraction.of(backwards.rate())), List.of(backwards));
    }

    private @Nullable Path cross(Currency from, Currency to, LocalDate on) {
        Path best = null;
        for (Currency middle : currencies()) {
            if (Currencies.same(middle, from) || Currencies.same(middle, to)) {
                continue;
            }
            Path first = direct(from, middle, on);
            Path second = direct(middle, to, on);
            if (first != null
                    && second != null
                    && first.date().equals(second.date())
                    && (best == null || first.date().isAfter(best.date()))) {
                best = new Path(
                        first.factor().times(second.factor()),
                        List.of(first.used().get(0), second.used().get(0)));
            }
        }
        return best;
    }

    private @Nullable ExchangeRate newest(Currency from, Currency to, LocalDate on) {
        NavigableMap<LocalDate, ExchangeRate> rates = byPair.get(Pair.of(from, to));
        Map.Entry<LocalDate, ExchangeRate> entry = rates == null ? null : rates.floorEntry(on);
        return entry == null ? null : entry.getValue();
    }

    private List<Currency> currencies() {
        return byPair.keySet().stream()
                .flatMap(p -> java.util.stream.Stream.of(p.from(), p.to()))
                .distinct()
                .map(Currency::getInstance)
                .toList();
    }

    /** The table that ships with the program. */
    public static ExchangeRates bundled() {
        try (InputStream in = ExchangeRates.class.getResourceAsStream("/exchange/rates.csv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file /exchange/rates.csv");
            }
            return read(
                    "rates.csv",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table line as in {@code exchange-rates.csv}: {@code date,from,to,rate,source}. */
    static ExchangeRate parse(String line) {
        String[] cells = line.split(",", 5);
        if (cells.length != 5) {
            throw new IllegalArgumentException("expected date,from,to,rate,source");
        }
        return new ExchangeRate(
                currency(cells[1].trim()),
                currency(cells[2].trim()),
                rate(cells[3].trim()),
                LocalDate.parse(cells[0].trim()),
                cells[4].trim());
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected a currency of ISO 4217, found “" + code + "”", e);
        }
    }

    private static BigDecimal rate(String text) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,20})?")) {
            throw new IllegalArgumentException("expected a rate as a plain decimal number, found “" + text + "”");
        }
        return new BigDecimal(text);
    }

    /**
     * Reads a table of {@code date,from,to,rate,source} lines; empty lines and those that begin with {@code #} are
     * skipped.
     *
     * @throws IllegalArgumentException with every bad line as {@code name:line: message}
     */
    public static ExchangeRates read(String name, List<String> lines) {
        List<ExchangeRate> rates = new ArrayList<>();
        List<String> defects = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                rates.add(parse(line));
            } catch (RuntimeException e) {
                defects.add(name + ":" + (i + 1) + ": " + e.getMessage() + ", found: " + line);
            }
        }
        if (!defects.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", defects));
        }
        return new ExchangeRates(rates);
    }
}
