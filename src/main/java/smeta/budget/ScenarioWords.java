package smeta.budget;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Numbers;

/** The words of one object of a scenario, each taken once; what can't be read becomes a defect, and so does what is left. */
final class ScenarioWords {
    private static final int SHOWN = 60;

    private final String where;
    private final List<String> defects;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    /** @param where before the names of words in messages: {@code workloads[0].}, or nothing */
    ScenarioWords(JsonNode object, Set<String> but, String where, List<String> defects) {
        this.where = where;
        this.defects = defects;
        object.properties().forEach(field -> {
            if (!but.contains(field.getKey()) && !field.getValue().isNull()) {
                texts.put(field.getKey(), text(field.getValue()));
            }
        });
        known.addAll(but);
    }

    /** {@code {p50: 600, p95: 2400}} is {@code p50:600,p95:2400}; a list is its elements with commas. */
    private static String text(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(e -> e.getKey() + ":" + text(e.getValue()))
                    .collect(Collectors.joining(","));
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(one -> parts.add(text(one)));
            return String.join(",", parts);
        }
        return value.isNumber() ? Numbers.shown(value.decimalValue()) : value.asText();
    }

    /**
     * @param expected {@code {}} stands for the example
     * @return null if the word isn't there or can't be read
     */
    <T> @Nullable T take(String name, String expected, String example, Function<String, @Nullable T> read) {
        known.add(name);
        String text = texts.remove(name);
        if (text == null) {
            return null;
        }
        T value;
        try {
            value = read.apply(text.strip());
        } catch (RuntimeException e) {
            value = null;
        }
        if (value == null) {
            wrong(
                    name,
                    "“" + shortened(text) + "” was found, but " + expected.replace("{}", example)
                            + " was expected; for example " + name + ": " + example);
        }
        return value;
    }

    @Nullable
    String text(String name, String example) {
        return take(name, "a text", example, text -> text);
    }

    @Nullable
    Long count(String name, String example) {
        return take(name, "a whole number of 0 or more", example, Numbers::count);
    }

    @Nullable
    Integer whole(String name, int least, int most, String example) {
        return take(name, "a whole number from " + least + " to " + most, example, text -> {
            int number = Integer.parseInt(text);
            return number < least || number > most ? null : number;
        });
    }

    /** 0 if it isn't there. */
    BigDecimal percent(String name, int least, int most, String example) {
        BigDecimal percent = percentOrNull(name, least, most, example);
        return percent == null ? BigDecimal.ZERO : percent;
    }

    @Nullable
    BigDecimal percentOrNull(String name, int least, int most, String example) {
        String expected = Percent.EXPECTED + ", from " + least + "% to " + most + "%,";
        return take(name, expected, example, text -> {
            BigDecimal percent = Percent.parse(text).value();
            boolean within = percent.compareTo(BigDecimal.valueOf(least)) >= 0
                    && percent.compareTo(BigDecimal.valueOf(most)) <= 0;
            return within ? percent : null;
        });
    }

    void wrong(String name, String message) {
        defects.add(where + name + ": " + message);
    }

    /** Words that nobody has taken. */
    void end() {
        texts.keySet()
                .forEach(name ->
                        wrong(shortened(name), "there is no such word here; expected are " + String.join(", ", known)));
    }

    Set<String> known() {
        return known;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
