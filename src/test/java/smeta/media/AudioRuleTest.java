package smeta.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import smeta.meter.Count;

class AudioRuleTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/media/audio.csv", delimiter = '|')
    void counts_what_the_source_says(
            String rule, String parameters, long millis, boolean fromAssistant, long tokens, String source) {
        AudioRule audio = AudioRule.named(rule, TableCells.parameters(parameters));

        assertThat(audio.measure(new AudioFacts(millis, fromAssistant)).tokens())
                .as(source)
                .isEqualTo(Count.exact(tokens));
    }

    @Test
    void an_unknown_length_is_bounded_only_by_the_longest_recording_taken() {
        Measured open = AudioRule.named("per-second", Map.of("tokens", "32")).measure(AudioFacts.unknown());
        Measured closed = AudioRule.named("per-second", Map.of("tokens", "32", "longest_seconds", "300"))
                .measure(AudioFacts.unknown());

        assertThat(open.bounded()).isFalse();
        assertThat(open.tokens()).isEqualTo(Count.between(0, 1920, 1920));
        assertThat(closed)
                .isEqualTo(
                        new Measured(Count.between(0, 1920, 9600), "32 a second; length unknown, 60 s assumed", true));
    }

    @Test
    void a_century_of_sound_does_not_overflow() {
        AudioRule rule = AudioRule.named("per-second", Map.of("tokens", "1000000"));

        assertThat(rule.measure(AudioFacts.of(AudioFacts.LONGEST_MILLIS))
                        .tokens()
                        .high())
                .isEqualTo(AudioFacts.LONGEST_MILLIS * 1000);
        assertThatIllegalArgumentException().isThrownBy(() -> AudioFacts.of(-1)).withMessageContaining("-1");
    }

    @Test
    void says_how_and_describes_itself() {
        AudioRule rule = AudioRule.named("per-second", Map.of("tokens", "12.5", "min_seconds", "1"));

        assertThat(rule.measure(AudioFacts.of(1500)).how()).isEqualTo("⌈1.5 s × 12.5⌉");
        assertThat(rule.measure(AudioFacts.of(60_000)).how()).isEqualTo("⌈60 s × 12.5⌉");
        assertThat(rule.describe().words()).contains("12.5 tokens a second", "At least 1 s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AudioRule.named("seconds", Map.of()))
                .withMessageContaining("per-second");
    }
}
