package smeta.http.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import smeta.estimate.Numbers;

/**
 * When a call is made: {@code on=}, or now.
 *
 * @param timeKnown false if only the day was given, which begins at midnight UTC
 */
public record Moment(Instant instant, boolean timeKnown) {
    static final String EXPECTED = "a day like 2026-11-22 or an instant like 2026-11-22T09:00:00Z";

    static Moment parse(String text) {
        Instant instant = text.contains("T") ? OffsetDateTime.parse(text).toInstant() : null;
        LocalDate day =
                Numbers.inRange(instant == null ? LocalDate.parse(text) : LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return instant == null
                ? new Moment(day.atStartOfDay(ZoneOffset.UTC).toInstant(), false)
                : new Moment(instant, true);
    }
}
