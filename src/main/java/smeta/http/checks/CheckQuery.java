package smeta.http.checks;

import org.jspecify.annotations.Nullable;
import smeta.estimate.Check;
import smeta.http.query.EstimateQuery;

/**
 * The query of a check: the common vocabulary, and what a denial looks like.
 *
 * @param denyStatus null to answer 200 to a denial too
 * @param accel      the named location to which nginx sends an allowed request on; null for none
 */
record CheckQuery(
        EstimateQuery common,
        Check.Rules rules,
        @Nullable Integer denyStatus,
        boolean alternatives,
        @Nullable String accel) {}
