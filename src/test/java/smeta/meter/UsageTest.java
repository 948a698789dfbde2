package smeta.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UsageTest {
    @ParameterizedTest
    @CsvSource({"-1,0,0", "0,-1,0", "2,1,3", "1,3,2", "3,2,1"})
    void a_count_is_never_negative_and_ascends(long low, long likely, long high) {
        assertThatThrownBy(() -> Count.between(low, likely, high)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_count_that_overflows_says_so_and_does_not_wrap() {
        assertThatThrownBy(() -> Count.exact(Long.MAX_VALUE).plus(Count.exact(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Count.exact(Long.MAX_VALUE).times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void cached_and_media_tokens_are_part_of_the_prompt_and_units_are_not() {
        Usage usage = Usage.of(Meter.INPUT_TOKENS, 1)
                .plus(Meter.CACHE_READ_TOKENS, 10)
                .plus(Meter.CACHE_WRITE_1H_TOKENS, 100)
                .plus(Meter.IMAGE_TOKENS, 1_000)
                .plus(Meter.IMAGES, 7)
                .plus(Meter.AUDIO_SECONDS, 9_000)
                .plus(Meter.OUTPUT_TOKENS, 20_000)
                .plus(Meter.REASONING_TOKENS, 300_000)
                .plus(Meter.REQUESTS, 1);
        assertThat(usage.promptTokens()).isEqualTo(Count.exact(1_111));
        assertThat(usage.replyTokens()).isEqualTo(Count.exact(320_000));
    }

    @Test
    void usage_is_immutable_and_adds_meter_by_meter() {
        Usage a = Usage.of(Meter.INPUT_TOKENS, 5);
        Usage b = a.plus(Usage.of(Meter.INPUT_TOKENS, 3).plus(Meter.OUTPUT_TOKENS, 2));
        assertThat(a.get(Meter.INPUT_TOKENS)).isEqualTo(Count.exact(5));
        assertThat(b.get(Meter.INPUT_TOKENS)).isEqualTo(Count.exact(8));
        assertThat(b.get(Meter.OUTPUT_TOKENS)).isEqualTo(Count.exact(2));
        assertThat(b.get(Meter.IMAGES)).isEqualTo(Count.ZERO);
    }

    @ParameterizedTest
    @EnumSource(Meter.class)
    void every_meter_is_found_by_its_wire_name_and_its_fallbacks_end(Meter meter) {
        assertThat(Meter.named(meter.wireName())).contains(meter);
        Set<Meter> seen = new HashSet<>();
        Optional<Meter> next = Optional.of(meter);
        while (next.isPresent()) {
            assertThat(seen.add(next.get())).as("no circle").isTrue();
            assertThat(next.get().unit()).isEqualTo(meter.unit());
            next = next.get().fallback();
        }
    }

    @Test
    void wire_names_are_unique() {
        List<String> names = Arrays.stream(Meter.values()).map(Meter::wireName).toList();
        assertThat(names).doesNotHaveDuplicates();
    }
}
