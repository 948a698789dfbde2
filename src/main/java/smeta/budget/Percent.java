package smeta.budget;

import java.math.BigDecimal;
import smeta.estimate.Numbers;

/** A percentage; its bounds are those of the parameter. {@code /month} may follow, where it is one a month. */
public record Percent(BigDecimal value) {
    public static final String EXPECTED = "a percentage like {}";

    public static Percent parse(String text) {
        String number = text.replace("/month", "");
        if (!number.endsWith("%")) {
            throw new IllegalArgumentException("no percent sign");
        }
        BigDecimal percent =
                Numbers.shortDecimal(number.substring(0, number.length() - 1).strip());
        if (percent.scale() > 6 || percent.precision() > 12) {
            throw new IllegalArgumentException("out of range");
        }
        return new Percent(percent);
    }
}
