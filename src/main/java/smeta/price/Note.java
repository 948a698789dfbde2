package smeta.price;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should know about a number: a stable code for programs, the values that it speaks of, and a
 * sentence in English. Who writes the sentence in another language needs no more than the code and the values.
 *
 * @param sentence with {@code {name}} where a value stands
 * @param values   by name, in the order in which they were given: texts, whole numbers, lists of texts; days are ISO 8601
 */
public record Note(String code, String sentence, Map<String, Object> values) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

    public Note {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A note that speaks of no values, or of those that are given afterwards. */
    public Note(String code, String sentence) {
        this(code, sentence, Map.of());
    }

    public Note with(String name, String value) {
        return plus(name, value);
    }

    public Note with(String name, long value) {
        return plus(name, value);
    }

    public Note with(String name, LocalDate day) {
        return plus(name, day.toString());
    }

    public Note with(String name, List<String> value) {
        return plus(name, List.copyOf(value));
    }

    private Note plus(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Note(code, sentence, more);
    }

    // written out: see docs/architecture.md on records in a native image
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Note that
                && code.equals(that.code)
                && sentence.equals(that.sentence)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * code.hashCode() + sentence.hashCode()) + values.hashCode();
    }

    /** The sentence with its values. */
    public String text() {
        if (values.isEmpty()) {
            return sentence;
        }
        return PLACE.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(said(place.group(1), place.group())));
    }

    private String said(String name, String otherwise) {
        Object value = values.getOrDefault(name, otherwise);
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(Object::toString).toList())
                : value.toString();
    }
}
