package smeta.media;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The named constants of one rule, as the catalogue spells them; gathers every defect before it complains. */
final class Parameters {
    private static final long MOST = 1_000_000_000;

    private final String rule;
    private final Map<String, String> given;
    private final TreeSet<String> expected = new TreeSet<>();
    private final List<String> defects = new ArrayList<>();

    Parameters(String rule, Map<String, String> given) {
        this.rule = rule;
        this.given = new TreeMap<>(given);
    }

    static IllegalArgumentException unknownRule(String kind, String name, List<String> names) {
        return new IllegalArgumentException(
                "found " + kind + " rule '" + name + "', expected one of " + String.join(", ", names));
    }

    long whole(String name) {
        String text = given(name);
        if (text == null) {
            defects.add("missing parameter '" + name + "', expected a whole number of 1 to " + MOST);
            return 1;
        }
        return whole(name, text, 1);
    }

    long whole(String name, long otherwise) {
        String text = given(name);
        return text == null ? otherwise : whole(name, text, Math.min(1, otherwise));
    }

    @Nullable
    Long wholeOrAbsent(String name) {
        String text = given(name);
        return text == null ? null : Long.valueOf(whole(name, text, 1));
    }

    BigDecimal decimal(String name) {
        String text = given(name);
        if (text == null) {
            defects.add("missing parameter '" + name + "', expected a decimal above 0 and up to 1000000");
            return BigDecimal.ONE;
        }
        return decimal(name, text);
    }

    BigDecimal decimal(String name, BigDecimal otherwise) {
        String text = given(name);
        return text == null ? otherwise : decimal(name, text);
    }

    @Nullable
    BigDecimal decimalOrAbsent(String name) {
        String text = given(name);
        return text == null ? null : decimal(name, text);
    }

    String word(String name, String otherwise, List<String> words) {
        String text = given(name);
        if (text == null) {
            return otherwise;
        }
        if (!words.contains(text)) {
            defects.add("found " + name + " '" + text + "', expected one of " + String.join(", ", words));
            return otherwise;
        }
        return text;
    }

    @Nullable
    String given(String name) {
        expected.add(name);
        String text = given.get(name);
        return text == null ? null : text.strip();
    }

    void defect(String text) {
        defects.add(text);
    }

    /** @throws IllegalArgumentException naming every parameter that is missing, bad or not this rule's */
    void finish() {
        for (String name : given.keySet()) {
            if (!expected.contains(name)) {
                defects.add("found parameter '" + name + "', expected one of " + String.join(", ", expected));
            }
        }
        if (!defects.isEmpty()) {
            throw new IllegalArgumentException("rule " + rule + ": " + String.join("; ", defects));
        }
    }

    private long whole(String name, String text, long least) {
        try {
            long number = Long.parseLong(text.replace("_", ""));
            if (number >= least && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with a number out of range
        }
        defects.add("found " + name + " '" + text + "', expected a whole number of " + least + " to " + MOST);
        return Math.max(1, least);
    }

    private BigDecimal decimal(String name, String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() > 0
                    && number.precision() <= 12
                    && Math.abs(number.scale()) <= 9
                    && number.compareTo(BigDecimal.valueOf(1_000_000)) <= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with a number out of range
        }
        defects.add(
                "found " + name + " '" + text + "', expected a decimal above 0 and up to 1000000, at most 9 places");
        return BigDecimal.ONE;
    }
}
