package smeta.http.bills;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import smeta.http.query.EstimateQuery;
import smeta.http.query.Moment;
import smeta.http.query.Query;
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
    static BillQuery read(Query query, Clock clock) {
        Moment on = Moment.read(query, clock);
        ServiceTier tier = query.named("tier", ServiceTier::named, "standard, batch, flex, priority, fast");
        Currency currency = query.parsed("currency", "one of RUB, USD, CNY, EUR", EstimateQuery::currency);
        Integer scale = query.parsed("scale", "a whole number from 2 to 18", t -> {
            int value = Integer.parseInt(t);
            if (value < 2 || value > 18) {
                throw new IllegalArgumentException();
            }
            return value;
        });
        boolean sources = !query.each("include", "sources", t -> {
            if (!t.equals("sources")) {
                throw new IllegalArgumentException();
            }
            return t;
        }).isEmpty();
        return new BillQuery(
                on.instant(),
                on.timeKnown(),
                tier,
                currency,
                query.text("channel"),
                query.text("region"),
                query.text("residency"),
                query.text("variant"),
                scale,
                sources);
    }

    LocalDate day() {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
