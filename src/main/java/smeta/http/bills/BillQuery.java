package smeta.http.bills;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import smeta.price.ServiceTier;
import java.time.Instant;

/**
 * What the query of a bill says. The words are those of estimates.
 *
 * @param timeKnown false if only the day was given
 * @param scale     decimals of the total; null for all of them
 */
record BillQuery(
        Instant moment,
        boolean timeKnown,
        @Nullable ServiceTier tier,
        @Nullable Currency currency,
        @Nullable String channel,
        @Nullable String region,
        @Nullable String residency,
        @Nullable String variant,
        @Nullable Integer scale,
        boolean sources) {
    LocalDate day() {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
