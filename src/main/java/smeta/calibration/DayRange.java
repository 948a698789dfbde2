package smeta.calibration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of some lines, in UTC. */
public record DayRange(LocalDate from, LocalDate to) {
    static @Nullable DayRange with(@Nullable DayRange range, @Nullable LocalDate day) {
        if (day == null) {
            return range;
        } else if (range == null) {
            return new DayRange(day, day);
        }
        return new DayRange(day.isBefore(range.from) ? day : range.from, day.isAfter(range.to) ? day : range.to);
    }

    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + " to " + to;
    }
}
