package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import smeta.meter.Unit;

/** Numbers of a usage: not negative, not absurd, and no finer than their unit is billed. */
final class Quantities {
    /** Beyond any bill, far from overflow. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private Quantities() {}

    /** In the unit's own counts: milliseconds for seconds. */
    static long count(Fields fields, String key, JsonNode value, Unit unit, boolean textToo) {
        BigDecimal number = number(fields, key, value, textToo);
        if (number.signum() == 0) {
            return 0;
        }
        BigDecimal counts = number.stripTrailingZeros();
        int decimals = unit == Unit.SECONDS ? 3 : 0;
        if (counts.scale() > decimals) {
            throw fields.bad(
                    key,
                    "fraction_of_a_unit",
                    "“" + key + "” is " + shown(number) + ", but " + unit.wireName() + " are "
                            + (decimals == 0 ? "whole numbers" : "given to a millisecond at most") + ".",
                    "send the count as it was billed");
        }
        return counts.multiply(BigDecimal.valueOf(unit.countsPerUnit())).longValueExact();
    }

    /** Zero or more, exactly as written. */
    static BigDecimal number(Fields fields, String key, JsonNode value, boolean textToo) {
        boolean digits = textToo && value.isTextual() && value.asText().matches("[0-9]{1,20}(\\.[0-9]{1,20})?");
        if (!value.isNumber() && !digits) {
            throw fields.bad(
                    key, "wrong_type", "Expected a number for “" + key + "”.", "send a number, without quotes");
        }
        BigDecimal number = digits ? new BigDecimal(value.asText()) : value.decimalValue();
        if (number.signum() < 0) {
            throw fields.bad(
                    key,
                    "negative_usage",
                    "“" + key + "” is negative: " + shown(number) + ".",
                    "send what was used, 0 or more");
        }
        // compared before any arithmetic, so that 1e999999999 costs nothing
        boolean tooLarge = number.precision() - (long) number.scale() > 13;
        if (tooLarge || number.scale() < 1000 && number.compareTo(MOST) > 0) {
            throw fields.bad(
                    key,
                    "usage_too_large",
                    "“" + key + "” is more than " + MOST.toPlainString() + ".",
                    "check the number");
        }
        return number;
    }

    private static String shown(BigDecimal number) {
        return number.precision() > 20 || Math.abs((long) number.scale()) > 20
                ? "a very long number"
                : number.toPlainString();
    }
}
