package smeta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountingTest {
    private static final Tokenizers TOKENIZERS = Tokenizers.bundled();

    static Stream<Vocabulary> vocabularies() {
        return Stream.of(Oracle.NAMES).map(BusyVocabularies::of);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void a_count_up_to_a_limit_that_is_not_passed_is_the_count(Vocabulary vocabulary) {
        Text text = Text.of("Nothing is certain but the unforeseen. ".repeat(200));
        long count = vocabulary.tokens(text);
        assertThat(vocabulary.countUpTo(text, count)).isEqualTo(count);
        assertThat(vocabulary.countUpTo(text, count - 1)).isGreaterThan(count - 1);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void a_count_stops_soon_after_its_limit(Vocabulary vocabulary) {
        Text text = Text.of("word ".repeat(200_000));
        assertThat(vocabulary.countUpTo(text, 1_000)).isBetween(1_001L, 20_000L);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void a_text_too_long_for_any_tokens_is_not_even_read(Vocabulary vocabulary) {
        Text text = Text.of("a".repeat(3_000_000));
        Thread.currentThread().interrupt();
        try {
            assertThat(vocabulary.countUpTo(text, 1_000)).isGreaterThan(1_000);
        } finally {
            Thread.interrupted();
        }
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void an_interrupted_thread_stops_counting_and_stays_interrupted(Vocabulary vocabulary) {
        for (String text : new String[] {"x ".repeat(100_000), "ab".repeat(100_000)}) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> vocabulary.tokens(Text.of(text))).isInstanceOf(CountingInterrupted.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Between a character that isn't white space and a space no piece goes on. */
    @ParameterizedTest
    @MethodSource("vocabularies")
    void texts_that_join_before_a_space_have_the_sum_of_their_tokens(Vocabulary vocabulary) {
        RandomTexts texts = new RandomTexts(11, c -> true);
        for (int i = 0; i < 5_000; i++) {
            String first = texts.next() + "x";
            String second = " y" + texts.next();
            assertThat(vocabulary.tokens(Text.of(first + second)))
                    .as(first + second)
                    .isEqualTo(vocabulary.tokens(Text.of(first)) + vocabulary.tokens(Text.of(second)));
        }
    }

    /** A long run is merged in another way than a short one; the ids are jtokkit's either way. */
    @ParameterizedTest
    @MethodSource("vocabularies")
    void runs_of_any_length_have_the_tokens_that_jtokkit_gives_them(Vocabulary vocabulary) throws Exception {
        Vocabulary oracle = Oracle.of(vocabulary.name());
        for (String part : new String[] {"a", "-", " ", "\n", "ab", "哈", "я", "\u0301", "😀", "xyzzy", "\t\n", "_"}) {
            for (int times : new int[] {40, 61, 62, 63, 64, 65, 127, 500, 3_000}) {
                Text text = Text.of(part.repeat(times));
                assertThat(vocabulary.encode(text).ids())
                        .as("%s times %d", part, times)
                        .containsExactly(oracle.encode(text).ids());
                assertThat(vocabulary.tokens(text)).isEqualTo(oracle.tokens(text));
            }
        }
    }

    @Test
    void threads_that_count_at_once_count_the_same() {
        Vocabulary vocabulary = TOKENIZERS.vocabulary("o200k_base").orElseThrow();
        String text = "Предусмотрительность uncharacteristically 反映 ".repeat(500);
        long expected = vocabulary.tokens(Text.of(text));
        assertThat(Stream.generate(() -> text)
                        .limit(64)
                        .parallel()
                        .mapToLong(t -> vocabulary.tokens(Text.of(t)))
                        .distinct())
                .containsExactly(expected);
    }
}
