package smeta.http.checks;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Check;
import smeta.http.query.EstimateQuery;

/**
 * The query of a check: the common vocabulary, and what a denial looks like.
 *
 * @param denyStatus null to answer 200 to a denial too
 * @param accel      the named location to which nginx sends an allowed request on; null for none
 */
public record CheckQuery(
        EstimateQuery common,
        Check.Rules rules,
        @Nullable Integer denyStatus,
        boolean alternatives,
        @Nullable String accel) {
    public static BigDecimal amount(String text) {
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() < 0 || amount.precision() > 30 || Math.abs(amount.scale()) > 20) {
            throw new IllegalArgumentException("out of range");
        }
        return amount;
    }

    public static String oneOf(String text, Set<String> words) {
        if (!words.contains(text)) {
            throw new IllegalArgumentException("not one of " + words);
        }
        return text;
    }
}
