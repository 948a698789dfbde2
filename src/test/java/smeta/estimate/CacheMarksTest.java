package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.prompt.CacheMark;

class CacheMarksTest {
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration LONG = Duration.ofHours(1);

    private static CacheMark mark(String pointer, Duration lifetime) {
        return new CacheMark(pointer, lifetime);
    }

    @Test
    void a_mark_stands_after_the_last_part_of_its_block() {
        CacheMarks marks = new CacheMarks(List.of(mark("/messages/0/content/0", LONG)));
        assertThat(marks.endingWith("/messages/0/content/0/content/0", "/messages/0/content/0/content/1"))
                .isEmpty();
        assertThat(marks.endingWith("/messages/0/content/0/content/1", "/messages/0/content/1"))
                .containsExactly(mark("/messages/0/content/0", LONG));
        assertThat(marks.within("")).isEmpty();
    }

    @Test
    void a_place_that_begins_with_the_same_digits_is_another_place() {
        CacheMarks marks = new CacheMarks(List.of(mark("/messages/1", SHORT), mark("/messages/10/content/0", LONG)));
        assertThat(marks.within("/messages/1")).containsExactly(mark("/messages/1", SHORT));
        assertThat(marks.within("/messages/10")).containsExactly(mark("/messages/10/content/0", LONG));
    }

    @Test
    void several_marks_of_one_part_come_in_the_order_of_the_body() {
        CacheMarks marks = new CacheMarks(List.of(mark("/a/0", SHORT), mark("/a/0/b", LONG)));
        assertThat(marks.endingWith("/a/0/b", "/a/1")).containsExactly(mark("/a/0", SHORT), mark("/a/0/b", LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tools/%d",
                "/system/%d",
                "/messages/%d/content/0",
                "/messages/0/content/%d",
                "/messages/0/content/0/content/%d",
                "/messages/%d"
            })
    void four_times_the_marks_are_four_times_the_work(String place) {
        assertThat(steps(place, 4_000)).isLessThanOrEqualTo(4 * steps(place, 1_000) + 100);
    }

    private static long steps(String place, int count) {
        List<CacheMark> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(mark(place.formatted(i), SHORT));
        }
        CacheMarks marks = new CacheMarks(all);
        int found = 0;
        for (int i = 0; i < count; i++) {
            found +=
                    marks.endingWith(place.formatted(i), place.formatted(i + 1)).size();
        }
        assertThat(found).isEqualTo(count);
        assertThat(marks.within("")).isEmpty();
        return marks.steps();
    }
}
