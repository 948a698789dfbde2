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
    /** Beyond any bill, far from overflow. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final JsonNode object;
    private final String pointer;
    private final Set<String> known = new TreeSet<>();

    Fields(JsonNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
        if (!object.isObject()) {
            throw new Unreadable(Unreadable.Kind.UNSUPPORTED, "wrong_type", pointer, "Expected an object of counts.",
                    "send the usage as an object, for instance {\"input_tokens\": 1000, \"output_tokens\": 100}");
        }
    }

    /** A field that is null counts as absent, as vendors write it. */
    boolean has(String key) {
        known.add(key);
        return object.hasNonNull(key);
    }

    long count(String key) {
        return has(key) ? count(key, Unit.TOKENS) : 0;
    }

    /** In the unit's own counts: milliseconds for seconds. */
    long count(String key, Unit unit) {
        known.add(key);
        JsonNode value = object.get(key);
        if (!value.isNumber()) {
            throw bad(key, "wrong_type", "Expected a number for “" + key + "”.", "send a number, without quotes");
        }
        BigDecimal number = value.decimalValue();
        if (number.signum() < 0) {
            throw bad(
                    key,
                    "negative_usage",
                    "“" + key + "” is negative: " + shown(number) + ".",
                    "send what was used, 0 or more");
        }
        // compared before any arithmetic, so that 1e999999999 costs nothing
        if (number.precision() - (long) number.scale() > 13 || number.compareTo(MOST) > 0) {
            throw bad(
                    key,
                    "usage_too_large",
                    "“" + key + "” is more than " + MOST.toPlainString() + ".",
                    "check the number");
        }
        if (number.signum() == 0) {
            return 0;
        }
        BigDecimal counts = number.stripTrailingZeros();
        int decimals = unit == Unit.SECONDS ? 3 : 0;
        if (counts.scale() > decimals) {
            throw bad(
                    key,
                    "fraction_of_a_unit",
                    "“" + key + "” is " + shown(number) + ", but " + unit.wireName() + " are "
                            + (decimals == 0 ? "whole numbers" : "given to a millisecond at most") + ".",
                    "send the count as it was billed");
        }
        return counts.multiply(BigDecimal.valueOf(unit.countsPerUnit())).longValueExact();
    }

    @Nullable Fields object(String key) {
        return has(key) ? new Fields(object.get(key), pointer + "/" + key) : null;
    }

    List<Fields> list(String key) {
        List<Fields> result = new ArrayList<>();
        if (has(key)) {
            JsonNode list = object.get(key);
            if (!list.isArray()) {
                throw bad(
                        key,
                        "wrong_type",
                        "Expected a list for “" + key + "”.",
                        "send the usage as the vendor reported it");
            }
            for (int i = 0; i < list.size(); i++) {
                result.add(new Fields(list.get(i), pointer + "/" + key + "/" + i));
            }
        }
        return result;
    }

    @Nullable String text(String key) {
        return has(key) && object.get(key).isTextual() ? object.get(key).asText() : null;
    }

    /** Fields that say nothing about the price. */
    void ignore(String... keys) {
        known.addAll(List.of(keys));
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    void close() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw bad(
                        key,
                        "unknown_usage",
                        "There is no usage “" + (key.length() > 60 ? key.substring(0, 60) + "…" : key) + "” here.",
                        "known are " + String.join(", ", known));
            }
        }
    }

    Unreadable contradiction(String key, String message) {
        return bad(
                key,
                "contradictory_usage",
                message,
                "send the usage as the vendor reported it; nothing is corrected silently");
    }

    Unreadable bad(String key, String code, String message, String hint) {
        return new Unreadable(
                Unreadable.Kind.UNSUPPORTED,
                code,
                pointer + "/" + key.replace("~", "~0").replace("/", "~1"),
                message,
                hint);
    }

    private static String shown(BigDecimal number) {
        return number.precision() > 20 || Math.abs((long) number.scale()) > 20
                ? "a very long number"
                : number.toPlainString();
    }
}
