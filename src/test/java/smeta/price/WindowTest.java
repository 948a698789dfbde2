package smeta.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    private static Window window(String zone, String from, String to, Set<DayOfWeek> days) {
        return new Window(
                "hours",
                ZoneId.of(zone),
                List.of(new Window.Range(LocalTime.parse(from), LocalTime.parse(to))),
                days,
                null,
                Rates.NONE,
                BigDecimal.ONE);
    }

    /** DeepSeek in 2025: cheaper from 16:30 to 00:30 UTC. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2025-03-03T16:29:59.999Z,false",
        "2025-03-03T16:30:00Z,true",
        "2025-03-03T23:59:59Z,true",
        "2025-03-04T00:00:00Z,true",
        "2025-03-04T00:29:59Z,true",
        "2025-03-04T00:30:00Z,false",
        "2025-03-04T12:00:00Z,false"
    })
    void a_window_past_midnight_begins_inclusively_and_ends_exclusively(String moment, boolean inside) {
        Window window = window("UTC", "16:30", "00:30", EnumSet.allOf(DayOfWeek.class));
        assertThat(window.contains(ZonedDateTime.parse(moment))).isEqualTo(inside);
    }

    /** 2026-11-20 is a Friday. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2026-11-20T23:00:00Z,true",
        "2026-11-21T01:00:00Z,true",
        "2026-11-21T23:00:00Z,false",
        "2026-11-22T01:00:00Z,false",
        "2026-11-23T01:00:00Z,false",
        "2026-11-23T23:00:00Z,true"
    })
    void a_window_past_midnight_belongs_to_the_day_on_which_it_began(String moment, boolean inside) {
        Window window = window("UTC", "22:00", "02:00", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        assertThat(window.contains(ZonedDateTime.parse(moment))).isEqualTo(inside);
    }

    /** 09:00 to 12:00 in Shanghai (UTC+8) is 01:00 to 04:00 UTC; Monday there begins on Sunday 16:00 UTC. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2026-11-23T00:59:59Z,false",
        "2026-11-23T01:00:00Z,true",
        "2026-11-23T03:59:59Z,true",
        "2026-11-23T04:00:00Z,false",
        "2026-11-22T01:00:00Z,false"
    })
    void hours_and_days_are_those_of_the_windows_own_zone(String moment, boolean inside) {
        Window window = window("Asia/Shanghai", "09:00", "12:00", EnumSet.of(DayOfWeek.MONDAY));
        assertThat(window.contains(ZonedDateTime.parse(moment))).isEqualTo(inside);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"2026-11-21T00:00:00Z,true", "2026-11-21T23:59:59Z,true", "2026-11-20T12:00:00Z,false"})
    void a_range_that_ends_where_it_begins_is_the_whole_day(String moment, boolean inside) {
        Window window = window("UTC", "00:00", "00:00", EnumSet.of(DayOfWeek.SATURDAY));
        assertThat(window.contains(ZonedDateTime.parse(moment))).isEqualTo(inside);
    }
}
