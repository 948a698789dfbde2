package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.meter.Unit;
import smeta.prompt.Unreadable;

/**
 * The fields of a usage object, taken out one by one; what was not taken out when {@link #close} is called is unknown.
 */
final class Fields {
    private final JsonNode object;
    private final String pointer;
    private final Reading reading;
    private final Set<String> known = new TreeSet<>();

    /**
     * How the object is read.
     *
     * @param snake         names are asked in camelCase and stand there in snake_case
     * @param numbersAsText numbers may stand in quotes
     */
    private record Reading(Convention shape, boolean snake, boolean numbersAsText) {}

    Fields(JsonNode object, String pointer, Convention shape) {
        this(object, pointer, new Reading(shape, false, false));
    }

    private Fields(JsonNode object, String pointer, Reading reading) {
        this.object = object;
        this.pointer = pointer;
        this.reading = reading;
        if (!object.isObject()) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "wrong_type",
                    pointer,
                    "Expected an object of counts.",
                    "send the usage as an object, for instance {\"input_tokens\": 1000, \"output_tokens\": 100}");
        }
    }

    /** The same fields, asked for in camelCase where they stand in snake_case. */
    Fields inSnakeCase() {
        return new Fields(object, pointer, new Reading(reading.shape(), true, reading.numbersAsText()));
    }

    /** The same fields, whose numbers may stand in quotes. */
    Fields withNumbersAsText() {
        return new Fields(object, pointer, new Reading(reading.shape(), reading.snake(), true));
    }

    private String spelled(String key) {
        return reading.snake() ? key.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT) : key;
    }

    Convention shape() {
        return reading.shape();
    }

    /** A field that is null counts as absent, as vendors write it. */
    boolean has(String key) {
        known.add(spelled(key));
        return object.hasNonNull(spelled(key));
    }

    boolean isObject(String key) {
        return object.path(spelled(key)).isObject();
    }

    /** 0 if it is absent. */
    long count(String key) {
        return count(key, Unit.TOKENS);
    }

    /** In the unit's own counts: milliseconds for seconds; 0 if it is absent. */
    long count(String key, Unit unit) {
        return has(key)
                ? Quantities.count(this, spelled(key), object.get(spelled(key)), unit, reading.numbersAsText())
                : 0;
    }

    /** An amount of money or another number that isn't a count; null if it is absent. */
    @Nullable
    BigDecimal amount(String key) {
        return has(key) ? Quantities.number(this, spelled(key), object.get(spelled(key)), true) : null;
    }

    /** What several fields say alike; they may not differ. */
    long agreed(String what, String... keys) {
        long said = 0;
        String by = null;
        for (String key : keys) {
            if (has(key)) {
                long count = count(key);
                if (by != null && count != said) {
                    throw contradiction(
                            key,
                            "Two fields say " + what + ", and differ: “" + by + "” " + said + " and “" + spelled(key)
                                    + "” " + count + ".");
                }
                said = count;
                by = spelled(key);
            }
        }
        return said;
    }

    @Nullable
    Fields object(String key) {
        return has(key) ? new Fields(object.get(spelled(key)), pointer + "/" + spelled(key), reading) : null;
    }

    /** The field as it stands there; absent is missing. */
    JsonNode node(String key) {
        return has(key) ? object.get(spelled(key)) : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    String pointer(String key) {
        return pointer + "/" + spelled(key).replace("~", "~0").replace("/", "~1");
    }

    List<Fields> list(String key) {
        List<Fields> result = new ArrayList<>();
        if (has(key)) {
            JsonNode list = object.get(spelled(key));
            if (!list.isArray()) {
                throw bad(
                        key,
                        "wrong_type",
                        "Expected a list for “" + key + "”.",
                        "send the usage as the vendor reported it");
            }
            for (int i = 0; i < list.size(); i++) {
                result.add(new Fields(list.get(i), pointer + "/" + spelled(key) + "/" + i, reading));
            }
        }
        return result;
    }

    @Nullable
    String text(String key) {
        return has(key) && object.get(spelled(key)).isTextual()
                ? object.get(spelled(key)).asText()
                : null;
    }

    /** Fields that say nothing about the price. */
    void ignore(String... keys) {
        for (String key : keys) {
            known.add(spelled(key));
        }
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Refuses what nobody took out. What holds no amount, such as null or 0, can't cost anything. */
    void close() {
        for (String key : keys()) {
            if (!known.contains(key) && !isNothing(object.get(key))) {
                throw bad(
                        key,
                        "unknown_usage",
                        "There is no usage “" + (key.length() > 60 ? key.substring(0, 60) + "…" : key)
                                + "” in the shape “" + reading.shape().wireName() + "”, as which this was read.",
                        "known are " + String.join(", ", known) + "; the shapes that were tried: "
                                + Convention.names());
            }
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isNumber() && value.decimalValue().signum() == 0
                || value.isContainerNode() && value.isEmpty();
    }

    Unreadable contradiction(String key, String message) {
        return bad(
                key,
                "contradictory_usage",
                message,
                "send the usage as the vendor reported it; nothing is corrected silently");
    }

    Unreadable bad(String key, String code, String message, String hint) {
        return new Unreadable(Unreadable.Kind.UNSUPPORTED, code, pointer(key), message, hint);
    }
}
