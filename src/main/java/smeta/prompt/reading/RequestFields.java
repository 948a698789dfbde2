package smeta.prompt.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import smeta.prompt.Dialect;

/**
 * What becomes of each field in the vendors' references: the table {@code fields.tsv}, whose lines are a dialect, a
 * treatment, and the fields that have it. A field is written as a path, {@code messages[].content[].annotations};
 * {@code **.} before a name means wherever it stands. What holds for a field holds for all that is inside it and has
 * no line of its own.
 */
final class RequestFields {
    /** What is done with a field. */
    enum Treatment {
        /** Its text is in the count. */
        COUNTED,
        /** The address, the bytes or the looks of a medium: measured or taken in bounds, and no text. */
        MEDIUM,
        /** Read: it changes what is counted, how, or at which price. */
        SETTING,
        /** Costs no tokens of the prompt, whatever stands there. */
        FREE,
        /** Brings in content whose size nobody knows: the count has no upper bound. */
        OPENS,
        /** Cannot be measured: the request is refused, unless that is to be noted. */
        REFUSED
    }

    private static final Pattern WORD_START = Pattern.compile("_([a-z])");
    private static final Pattern GEMINI_WRAPPER = Pattern.compile("^generate(ContentRequest|_content_request)\\.");
    private static final Map<Dialect, RequestFields> ALL = all();

    private final Map<String, Treatment> treatments = new HashMap<>();

    private RequestFields() {}

    static RequestFields of(Dialect dialect) {
        return Objects.requireNonNull(ALL.get(dialect));
    }

    /** Whether the field, or the one that it is inside of, has that treatment. */
    boolean is(Treatment treatment, String path) {
        String outer = GEMINI_WRAPPER.matcher(path).replaceFirst("");
        while (!outer.isEmpty()) {
            int dot = outer.lastIndexOf('.');
            Treatment here = treatments.get(outer);
            here = here != null ? here : treatments.get("**." + outer.substring(dot + 1));
            if (here != null) {
                return here == treatment;
            }
            outer = outer.substring(0, Math.max(0, dot));
        }
        return false;
    }

    private static Map<Dialect, RequestFields> all() {
        Map<Dialect, RequestFields> all = new EnumMap<>(Dialect.class);
        for (Dialect dialect : Dialect.values()) {
            all.put(dialect, new RequestFields());
        }
        try (InputStream in = RequestFields.class.getResourceAsStream("/smeta/prompt/fields.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line, all));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the table of fields", e);
        }
        return all;
    }

    private static void add(String line, Map<Dialect, RequestFields> all) {
        String[] cells = line.split("\t");
        Dialect dialect = Dialect.named(cells[0]).orElseThrow(() -> new IllegalStateException(line));
        Treatment treatment = Treatment.valueOf(cells[1].toUpperCase(Locale.ROOT));
        Map<String, Treatment> treatments = Objects.requireNonNull(all.get(dialect)).treatments;
        for (String field : cells[2].split(" ")) {
            treatments.put(field, treatment);
            if (dialect == Dialect.GEMINI) {
                treatments.put(camelCase(field), treatment);
            }
        }
    }

    private static String camelCase(String snake) {
        return WORD_START.matcher(snake).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
