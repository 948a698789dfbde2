package smeta.price;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the day at which other rates hold. A range begins inclusively and ends exclusively; one that ends before it
 * begins runs past midnight and belongs to the day on which it began.
 *
 * @param except days on which it doesn't hold, in words; no calendar of them is known here, so they widen the bounds
 */
public record Window(
        String name,
        ZoneId zone,
        List<Range> hours,
        Set<DayOfWeek> days,
        @Nullable String except,
        Rates rates,
        @Nullable BigDecimal multiplier) {
    public Window {
        hours = List.copyOf(hours);
        EnumSet<DayOfWeek> inOrder = EnumSet.noneOf(DayOfWeek.class);
        inOrder.addAll(days);
        days = Collections.unmodifiableSet(inOrder);
    }

    public record Range(LocalTime from, LocalTime to) {
        boolean isWholeDay() {
            return from.equals(to);
        }
    }

    public boolean contains(ZonedDateTime moment) {
        ZonedDateTime local = moment.withZoneSameInstant(zone);
        LocalTime time = local.toLocalTime();
        for (Range range : hours) {
            boolean wraps = range.to().isBefore(range.from());
            boolean today = days.contains(local.getDayOfWeek());
            boolean yesterday = days.contains(local.getDayOfWeek().minus(1));
            if (range.isWholeDay() && today
                    || !wraps && today && !time.isBefore(range.from()) && time.isBefore(range.to())
                    || wraps && (today && !time.isBefore(range.from()) || yesterday && time.isBefore(range.to()))) {
                return true;
            }
        }
        return false;
    }
}
