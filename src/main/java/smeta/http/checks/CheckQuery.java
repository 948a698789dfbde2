package smeta.http.checks;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Bound;
import smeta.estimate.Check;
import smeta.http.query.EstimateQuery;
import smeta.http.query.Query;
import java.time.Clock;

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
    private static final Set<String> DENY_STATUSES = Set.of("402", "403", "413", "429");

    static CheckQuery read(Query query, Clock clock) {
        EstimateQuery common = EstimateQuery.read(query, clock, Bound.HIGH);
        if (common.everyone() || common.models().size() > 1) {
            query.error("models", "A check is about one model; “models” names more.", "name one, or ask /v1/estimates");
        }
        BigDecimal limit = query.parsed("limit", "an amount of money like 5.00", CheckQuery::amount);
        String unknown = query.parsed("unknown", "deny or allow", t -> oneOf(t, Set.of("deny", "allow")));
        String status = query.parsed("deny_status", "one of 402, 403, 413, 429", t -> oneOf(t, DENY_STATUSES));
        String alternatives = query.parsed("alternatives", "true or false", t -> oneOf(t, Set.of("true", "false")));
        String accel = query.parsed("accel", "the name of an nginx location like @vendor", t -> {
            if (!t.matches("@[A-Za-z0-9_-]{1,60}")) {
                throw new IllegalArgumentException("not a name");
            }
            return t;
        });
        query.close();
        return new CheckQuery(
                common,
                new Check.Rules(limit, "allow".equals(unknown)),
                status == null ? null : Integer.valueOf(status),
                "true".equals(alternatives),
                accel);
    }

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
