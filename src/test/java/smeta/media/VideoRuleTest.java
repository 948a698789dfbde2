package smeta.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import smeta.meter.Count;

class VideoRuleTest {
    private static final VideoRule GEMINI_2 = VideoRule.named(
            "gemini-frames",
            Map.of("frame", "258", "metadata", "10", "low_frame", "66", "low_metadata", "2", "sound", "32"));
    private static final VideoRule QWEN = VideoRule.named(
            "qwen-frames",
            TableCells.parameters("factor=32 max_frames=2000 frame_tokens=640 total_tokens=131072 extra=2"));

    @ParameterizedTest
    @CsvFileSource(resources = "/media/videos.csv", delimiter = '|', maxCharsPerColumn = 500)
    void likely_is_what_the_source_says(
            String rule,
            String parameters,
            long millis,
            Long width,
            Long height,
            BigDecimal fps,
            Boolean sound,
            Detail detail,
            long likely,
            String source) {
        Pixels size = width == null || height == null ? null : new Pixels(width, height);
        Measured measured = VideoRule.named(rule, TableCells.parameters(parameters))
                .measure(new VideoFacts(millis, size, fps, sound, detail));

        assertThat(measured.tokens().likely()).as(source).isEqualTo(likely);
        assertThat(measured.bounded()).isTrue();
    }

    @Test
    void gemini_2_is_within_the_stated_300_and_100_tokens_a_second() {
        Count usual = GEMINI_2.measure(new VideoFacts(60_000L, null, null, true, Detail.AUTO))
                .tokens();
        Count low = GEMINI_2.measure(new VideoFacts(60_000L, null, null, true, Detail.LOW))
                .tokens();

        assertThat(usual.high()).isEqualTo(60 * 300);
        assertThat(low.high()).isEqualTo(60 * 100);
    }

    @Test
    void without_word_of_a_sound_track_low_is_without_and_likely_with_it() {
        assertThat(GEMINI_2.measure(VideoFacts.of(1000)).tokens()).isEqualTo(Count.between(258, 258 + 32, 300));
        assertThat(GEMINI_2.measure(VideoFacts.of(1000)).how()).isEqualTo("1 × 258 + ⌈1 s × 32⌉");
    }

    @Test
    void an_unknown_length_is_bounded_on_qwen_and_not_on_gemini() {
        Measured qwen = QWEN.measure(VideoFacts.unknown());

        assertThat(GEMINI_2.measure(VideoFacts.unknown()).bounded()).isFalse();
        assertThat(qwen.bounded()).isTrue();
        // the reference's 1.05 × 128 tokens at 2000 frames: 1000 × ⌊134.4⌋ + 2
        assertThat(qwen.tokens().high()).isEqualTo(134_002);
    }

    @Test
    void every_length_and_size_lies_within_the_bounds_of_the_unknown() {
        SplittableRandom random = new SplittableRandom(99);
        for (int i = 0; i < 3000; i++) {
            Long millis = random.nextLong(1L << random.nextInt(1, 42));
            Pixels size = new Pixels(
                    1 + random.nextLong(1L << random.nextInt(32)), 1 + random.nextLong(1L << random.nextInt(32)));
            Count all = QWEN.measure(new VideoFacts(millis, size, null, null, Detail.AUTO))
                    .tokens();
            Count length = QWEN.measure(VideoFacts.of(millis)).tokens();
            Count nothing = QWEN.measure(VideoFacts.unknown()).tokens();
            for (Count wider : List.of(length, nothing)) {
                assertThat(all.low()).isGreaterThanOrEqualTo(wider.low());
                assertThat(all.high()).as("%s ms %s", millis, size).isLessThanOrEqualTo(wider.high());
            }
            assertThat(GEMINI_2.measure(VideoFacts.of(millis)).tokens().high()).isLessThanOrEqualTo(Pixels.MOST_TOKENS);
        }
    }

    @Test
    void omni_hears_as_well_as_it_sees() {
        VideoRule omni = VideoRule.named(
                "qwen-frames",
                TableCells.parameters("factor=32 min_frames=2 max_frames=2048"
                        + " frame_min_tokens=64 frame_tokens=640 total_tokens=180224 extra=2 sound=7"));
        VideoFacts ten = new VideoFacts(10_000L, new Pixels(1280, 720), null, true, Detail.AUTO);

        // 5942 as in videos.csv, and 10 s × 7
        assertThat(omni.measure(ten).tokens().likely()).isEqualTo(5942 + 70);
    }

    @Test
    void a_bad_rule_says_what_is_expected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VideoRule.named("frames", Map.of()))
                .withMessageContaining("gemini-frames, qwen-frames");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VideoRule.named("gemini-frames", Map.of("frame", "x")))
                .withMessageContaining("frame 'x'")
                .withMessageContaining("missing parameter 'sound'");
        assertThat(QWEN.describe().formula()).contains("32");
        assertThat(GEMINI_2.describe().words()).contains("258");
    }
}
