package smeta.http.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import java.math.BigDecimal;

/**
 * A query's values, taken out one by one with their types; what is wrong is collected and thrown at once by {@link
 * #close}.
 */
public final class Query {
    /** No count in a query may be larger: beyond any context, far from overflow. */
    static final long MOST = 1_000_000_000_000L;

    private final MultivaluedMap<String, String> values;
    private final Set<String> known = new TreeSet<>();
    private final List<Problem.Error> errors = new ArrayList<>();

    public Query(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    public void error(String name, String detail, String hint) {
        errors.add(new Problem.Error(name, detail, hint));
    }

    public @Nullable String text(String name) {
        known.add(name);
        List<String> all = values.get(name);
        if (all == null || all.isEmpty()) {
            return null;
        }
        if (all.size() > 1) {
            error(name, "“" + name + "” stands " + all.size() + " times; it was expected once.", "keep one");
        }
        String text = all.get(0).strip();
        if (text.isEmpty()) {
            error(name, "“" + name + "” has no value.", "give it one, or leave it out");
            return null;
        }
        return text;
    }

    /** Each of a repeatable value; commas separate values too. */
    public List<String> texts(String name) {
        known.add(name);
        List<String> result = new ArrayList<>();
        for (String value : values.getOrDefault(name, List.of())) {
            if (value.isBlank()) {
                error(name, "“" + name + "” has no value.", "give it one, or leave it out");
            }
            Arrays.stream(value.split(",")).map(String::strip).filter(t -> !t.isEmpty()).forEach(result::add);
        }
        return result;
    }

    public <T> @Nullable T parsed(String name, String expected, Function<String, T> parser) {
        String text = text(name);
        return text == null ? null : parse(name, text, expected, parser);
    }

    public <T> List<T> each(String name, String expected, Function<String, T> parser) {
        List<T> result = new ArrayList<>();
        for (String text : texts(name)) {
            T value = parse(name, text, expected, parser);
            if (value != null) {
                result.add(value);
            }
        }
        return result;
    }

    private <T> @Nullable T parse(String name, String text, String expected, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            error(
                    name,
                    "“" + name + "” is “" + shortened(text) + "”, but " + expected + " was expected.",
                    "for example " + name + "=" + example(name));
            return null;
        }
    }

    public <T> @Nullable T named(String name, Function<String, Optional<T>> names, String expected) {
        return parsed(name, "one of " + expected, text -> names.apply(text).orElseThrow());
    }

    public @Nullable Long count(String name) {
        return parsed(name, "a whole number from 0 to " + MOST, Query::wholeNumber);
    }

    public static long wholeNumber(String text) {
        long value = Long.parseLong(text.replace("_", ""));
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    /** A plain decimal: no exponent, whose expansion could be of any length. */
    static BigDecimal decimal(String text) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException("not a plain decimal");
        }
        return new BigDecimal(text);
    }

    /** {@code 5m}, {@code 1h}, {@code 90s}, {@code 2.5s}. */
    static Duration duration(String text) {
        char unit = text.charAt(text.length() - 1);
        BigDecimal number = decimal(text.substring(0, text.length() - 1));
        long seconds = switch (unit) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3600;
            default -> throw new IllegalArgumentException("unknown unit");
        };
        long millis = number.multiply(BigDecimal.valueOf(seconds * 1000))
                .setScale(0, java.math.RoundingMode.UP)
                .longValueExact();
        if (millis > 366L * 86_400_000) {
            throw new IllegalArgumentException("out of range");
        }
        return Duration.ofMillis(millis);
    }

    /** Throws what was collected, unknown names included. */
    public void close() {
        for (String name : new LinkedHashSet<>(values.keySet())) {
            if (!known.contains(name)) {
                error(
                        name,
                        "There is no query value “" + shortened(name) + "” here.",
                        "expected are " + String.join(", ", known));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadQuery(errors);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String example(String name) {
        return switch (name) {
            case "output", "max_output", "reasoning", "min_context" -> "800";
            case "cached" -> "40%";
            case "cache_write" -> "1200";
            case "ttl" -> "5m";
            case "image" -> "1024x768";
            case "audio" -> "90s";
            case "video" -> "60s@1fps";
            case "pages" -> "12";
            case "currency" -> "RUB";
            case "on" -> "2026-11-22";
            case "scale" -> "6";
            case "bound" -> "high";
            case "tier" -> "batch";
            case "sort" -> "cost";
            case "include" -> "lines";
            case "dialect" -> "openai-chat";
            case "accepts" -> "image";
            default -> "…";
        };
    }
}
