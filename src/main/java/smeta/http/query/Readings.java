package smeta.http.query;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.budget.BudgetLimit;
import smeta.budget.Percent;
import smeta.budget.ReplyLength;
import smeta.budget.ReplyLengths;
import smeta.budget.RequestRate;
import smeta.budget.Seasons;
import smeta.estimate.Assumptions;
import smeta.estimate.CacheLifetime;
import smeta.estimate.Numbers;
import smeta.estimate.Share;

/** How each type of parameter is read. A type of a new kind gets its line here. */
final class Readings {
    private static final Map<Class<?>, Reading<?>> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, new Reading<>("a text", text -> text)),
            Map.entry(Long.class, new Reading<>("a whole number", Numbers::whole)),
            Map.entry(Integer.class, new Reading<>("a whole number", text -> Math.toIntExact(Numbers.whole(text)))),
            Map.entry(Boolean.class, new Reading<>("true or false", Readings::bool)),
            Map.entry(BigDecimal.class, new Reading<>("an amount of money like {}", Numbers::amount)),
            Map.entry(LocalDate.class, new Reading<>("a day like {}", Numbers::day)),
            Map.entry(Moment.class, new Reading<>(Moment.EXPECTED, Moment::parse)),
            Map.entry(Currency.class, new Reading<>("one of RUB, USD, CNY, EUR", Readings::currency)),
            Map.entry(Share.class, new Reading<>("a number of tokens or a percentage from 0% to 100%", Numbers::share)),
            Map.entry(CacheLifetime.class, new Reading<>(CacheLifetime.EXPECTED, CacheLifetime::parse)),
            Map.entry(Duration.class, new Reading<>("a duration like {}", Numbers::duration)),
            Map.entry(Assumptions.Size.class, new Reading<>("a size in pixels like {}", Readings::size)),
            Map.entry(Assumptions.Film.class, new Reading<>("a duration like 60s, or 60s@1fps", Readings::film)),
            Map.entry(BudgetLimit.class, new Reading<>(BudgetLimit.EXPECTED, BudgetLimit::parse)),
            Map.entry(RequestRate.class, new Reading<>(RequestRate.EXPECTED, RequestRate::parse)),
            Map.entry(Seasons.class, new Reading<>(Seasons.EXPECTED, Seasons::parse)),
            Map.entry(ReplyLength.class, new Reading<>(ReplyLengths.EXPECTED, ReplyLengths::parse)),
            Map.entry(Percent.class, new Reading<>(Percent.EXPECTED, Percent::parse)));

    private Readings() {}

    /** Null for a type that is no parameter's. */
    static @Nullable Reading<?> of(Class<?> type) {
        return type.isEnum() ? words(type) : BY_TYPE.get(type);
    }

    /** An enum's words are its names in lower case, with dashes. */
    private static Reading<?> words(Class<?> type) {
        Object[] values = type.getEnumConstants();
        List<String> words = Arrays.stream(values).map(Readings::word).toList();
        return new Reading<>(
                words.size() > 2 ? "one of " + String.join(", ", words) : String.join(" or ", words),
                text -> values[words.indexOf(text)]);
    }

    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither");
        }
        return text.equals("true");
    }

    private static Currency currency(String text) {
        if (!List.of("RUB", "USD", "CNY", "EUR").contains(text)) {
            throw new IllegalArgumentException("unknown");
        }
        return Currency.getInstance(text);
    }

    private static Assumptions.Size size(String text) {
        String[] sides = text.split("[xX×]", -1);
        int width = Integer.parseInt(sides[0].strip());
        int height = Integer.parseInt(sides[1].strip());
        if (sides.length != 2 || width < 1 || height < 1) {
            throw new IllegalArgumentException("out of range");
        }
        return new Assumptions.Size(width, height);
    }

    private static Assumptions.Film film(String text) {
        String[] parts = text.split("@", -1);
        BigDecimal fps = null;
        if (parts.length > 1) {
            if (parts.length > 2 || !parts[1].endsWith("fps")) {
                throw new IllegalArgumentException("no fps");
            }
            fps = Numbers.decimal(parts[1].substring(0, parts[1].length() - 3));
            if (fps.signum() <= 0 || fps.compareTo(BigDecimal.valueOf(1000)) > 0) {
                throw new IllegalArgumentException("out of range");
            }
        }
        return new Assumptions.Film(Numbers.duration(parts[0]).toMillis(), fps);
    }
}
