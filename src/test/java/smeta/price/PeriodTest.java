package smeta.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void a_period_begins_inclusively_and_ends_exclusively() {
        Period until = new Period(null, DECEMBER);
        Period from = new Period(DECEMBER, null);
        assertThat(until.contains(DECEMBER.minusNanos(1))).isTrue();
        assertThat(until.contains(DECEMBER)).isFalse();
        assertThat(from.contains(DECEMBER)).isTrue();
        assertThat(until.overlaps(from)).isFalse();
        assertThat(Period.ALWAYS.overlaps(from)).isTrue();
    }

    @ParameterizedTest(name = "{0}…{1} and {2}…{3}: {4}")
    @CsvSource({
        "2025,2026,2026,2027,false",
        "2025,2027,2026,2028,true",
        "2025,2028,2026,2027,true",
        "2026,2027,2025,2026,false",
        ",2026,2025,,true",
        ",2025,2025,,false"
    })
    void overlap_is_symmetric(String a, String b, String c, String d, boolean expected) {
        Period one = new Period(year(a), year(b));
        Period two = new Period(year(c), year(d));
        assertThat(one.overlaps(two)).isEqualTo(expected);
        assertThat(two.overlaps(one)).isEqualTo(expected);
    }

    private static Instant year(String year) {
        return year == null ? null : Instant.parse(year + "-01-01T00:00:00Z");
    }
}
