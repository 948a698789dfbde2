package smeta.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {
    @Test
    void the_sentence_and_the_values_say_the_same() {
        Note note = new Note("next_tier", "From {on} other rates begin at {next} {unit}: {known}.")
                .with("next", 200_000)
                .with("unit", "prompt tokens")
                .with("on", LocalDate.of(2026, 12, 11))
                .with("known", List.of("eu", "us"));
        assertThat(note.text()).isEqualTo("From 2026-12-11 other rates begin at 200000 prompt tokens: eu, us.");
        assertThat(note.values())
                .containsExactly(
                        java.util.Map.entry("next", 200_000L),
                        java.util.Map.entry("unit", "prompt tokens"),
                        java.util.Map.entry("on", "2026-12-11"),
                        java.util.Map.entry("known", List.of("eu", "us")));
    }

    @Test
    void a_value_that_looks_like_a_place_is_not_filled_in_again() {
        Note note = new Note("server_tool", "The tool “{tool}” runs at {place}.")
                .with("tool", "{place} $1 \\")
                .with("place", "the provider");
        assertThat(note.text()).isEqualTo("The tool “{place} $1 \\” runs at the provider.");
    }

    @Test
    void what_a_source_says_is_left_as_it_is() {
        assertThat(new Note("price_note", "The brackets of {this} text are its own.").text())
                .isEqualTo("The brackets of {this} text are its own.");
    }
}
