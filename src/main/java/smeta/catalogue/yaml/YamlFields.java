package smeta.catalogue.yaml;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Source;

/**
 * The fields of a mapping, taken out one by one with their types. What has the wrong type becomes a defect; what was
 * not taken out when {@link #close} is called is an unknown key, which is a defect too.
 */
public final class YamlFields {
    private static final Pattern DECIMAL = Pattern.compile("([0-9]+|[0-9]{1,3}([,_][0-9]{3})+)(\\.[0-9]+)?");
    /** Reading a million digits takes minutes. */
    private static final int LONGEST_DECIMAL = 100;

    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");

    private final Yaml.Fields fields;
    private final Defects defects;
    private final Set<String> known = new TreeSet<>();

    private YamlFields(Yaml.Fields fields, Defects defects) {
        this.fields = fields;
        this.defects = defects;
    }

    /**
     * The fields of a YAML file; null if nothing could be made of it.
     *
     * @param defects takes what is wrong with it, now and later, each as {@code file:line: message}
     */
    public static @Nullable YamlFields read(String file, String text, List<String> defects) {
        Defects sink = new Defects(file, (message, line) -> defects.add(file + ":" + line + ": " + message));
        Yaml root = Yaml.parse(text, sink);
        return root == null ? null : of(root, "the file", sink);
    }

    /** A form of that value, or of nothing (with a defect) if it isn't a mapping. */
    static YamlFields of(Yaml value, String what, Defects defects) {
        if (value instanceof Yaml.Fields fields) {
            return new YamlFields(fields, defects);
        }
        defects.add(value.line(), "expected " + what + " as a mapping of keys to values");
        return new YamlFields(new Yaml.Fields(Map.of(), Map.of(), value.line()), defects);
    }

    public int line() {
        return fields.line();
    }

    int line(String key) {
        return fields.lines().getOrDefault(key, fields.line());
    }

    public boolean has(String key) {
        known.add(key);
        return fields.fields().containsKey(key);
    }

    /** A defect of what stands on another line. */
    public void defectAt(int line, String message) {
        defects.add(line, message);
    }

    public void defect(String key, String message) {
        defects.add(line(key), message);
    }

    /** Whether the value is text rather than a mapping or a list. */
    public boolean isText(String key) {
        known.add(key);
        return fields.fields().get(key) instanceof Yaml.Scalar;
    }

    @Nullable
    Yaml value(String key) {
        known.add(key);
        Yaml value = fields.fields().get(key);
        if (value instanceof Yaml.Nothing) {
            defects.add(value.line(), "the key “" + key + "” has no value; leave the key out if it is unknown");
            return null;
        }
        return value;
    }

    public @Nullable String text(String key) {
        Yaml value = value(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text().strip();
        }
        defects.add(value.line(), "expected text for “" + key + "”");
        return null;
    }

    public String required(String key) {
        String text = text(key);
        if (text == null) {
            if (!fields.fields().containsKey(key)) {
                defects.add(fields.line(), "the key “" + key + "” is missing");
            }
            return "?";
        }
        return text;
    }

    /** A text through a parser that throws IllegalArgumentException for what it can't take. */
    public <T> @Nullable T parsed(String key, Function<String, T> parser) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            defects.add(line(key), "“" + key + "”: " + e.getMessage());
            return null;
        }
    }

    <T> @Nullable T oneOf(String key, Function<String, Optional<T>> named, String expected) {
        return parsed(
                key,
                text -> named.apply(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "expected one of " + expected + ", found “" + text + "”")));
    }

    @Nullable
    Boolean bool(String key) {
        return parsed(key, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false, found “" + text + "”");
        });
    }

    /** Not negative. */
    @Nullable
    Integer integer(String key) {
        return parsed(key, text -> {
            if (!INTEGER.matcher(text).matches()) {
                throw new IllegalArgumentException("expected a whole number, found “" + text + "”");
            }
            return Integer.valueOf(text);
        });
    }

    /** A factor on prices: more than 0, for what costs nothing says so with rates of 0. */
    @Nullable
    BigDecimal factor(String key) {
        return parsed(key, text -> {
            BigDecimal factor = decimalOf(text);
            if (factor.signum() == 0) {
                throw new IllegalArgumentException("expected a factor above 0; what is free has rates of 0");
            }
            return factor;
        });
    }

    /** @throws IllegalArgumentException if it is no plain decimal that is not negative */
    public static BigDecimal decimalOf(String text) {
        if (text.length() > LONGEST_DECIMAL || !DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("expected a plain decimal number, found “" + start(text) + "”");
        }
        return new BigDecimal(text.replace("_", "").replace(",", ""));
    }

    private static String start(String text) {
        return text.length() > LONGEST_DECIMAL ? text.substring(0, LONGEST_DECIMAL) + "…" : text;
    }

    /** A date of day, month or year precision, as written. */
    public @Nullable String date(String key) {
        return parsed(key, text -> {
            Source.firstDay(text);
            return text;
        });
    }

    @Nullable
    LocalDate day(String key) {
        return parsed(key, Source::firstDay);
    }

    public @Nullable Instant instant(String key) {
        return parsed(key, text -> {
            if (text.contains("T")) {
                return Instant.parse(text);
            }
            return Source.firstDay(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        });
    }

    public List<String> texts(String key) {
        Yaml value = value(key);
        if (value == null) {
            return List.of();
        }
        List<String> result = new ArrayList<>();
        List<Yaml> items = value instanceof Yaml.Items list ? list.items() : List.of(value);
        for (Yaml item : items) {
            if (item instanceof Yaml.Scalar scalar) {
                result.add(scalar.text().strip());
            } else {
                defects.add(item.line(), "expected text in “" + key + "”");
            }
        }
        return result;
    }

    public List<YamlFields> forms(String key) {
        Yaml value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Yaml.Items list)) {
            defects.add(value.line(), "expected a list for “" + key + "”");
            return List.of();
        }
        List<YamlFields> forms = new ArrayList<>();
        for (Yaml item : list.items()) {
            YamlFields form = of(item, "an item of “" + key + "”", defects);
            if (item instanceof Yaml.Fields) {
                forms.add(form);
            }
        }
        return forms;
    }

    public @Nullable YamlFields form(String key) {
        Yaml value = value(key);
        return value == null ? null : of(value, "“" + key + "”", defects);
    }

    /** The forms of a mapping of names to mappings, in order; each begins on the line of its name. */
    Map<String, YamlFields> named(String key) {
        YamlFields all = form(key);
        if (all == null) {
            return Map.of();
        }
        Map<String, YamlFields> result = new LinkedHashMap<>();
        for (String name : all.fields.fields().keySet()) {
            Yaml value = all.value(name);
            if (value != null) {
                Yaml fromName =
                        value instanceof Yaml.Fields f ? new Yaml.Fields(f.fields(), f.lines(), all.line(name)) : value;
                result.put(name, of(fromName, "“" + name + "”", defects));
            }
        }
        return result;
    }

    /** All fields that are text, in order. */
    Map<String, String> allTexts() {
        Map<String, String> result = new LinkedHashMap<>();
        for (String key : fields.fields().keySet()) {
            Yaml value = value(key);
            if (value instanceof Yaml.Items) {
                result.put(key, String.join(", ", texts(key)));
            } else if (value != null) {
                String text = text(key);
                if (text != null) {
                    result.put(key, text);
                }
            }
        }
        return result;
    }

    public Set<String> keys() {
        return fields.fields().keySet();
    }

    public void close() {
        for (String key : fields.fields().keySet()) {
            if (!known.contains(key)) {
                defects.add(line(key), "unknown key “" + key + "”; expected one of " + String.join(", ", known));
            }
        }
    }
}
