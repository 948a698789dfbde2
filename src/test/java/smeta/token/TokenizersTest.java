package smeta.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokenizersTest {
    private static final Tokenizers TOKENIZERS = Tokenizers.bundled();

    /** Alibaba's SDK documentation prints these ids for this text. */
    @Test
    void qwen_gives_the_published_ids() {
        Tokens tokens = TOKENIZERS.vocabulary("qwen").orElseThrow().encode(Text.of("通义千问具有强大的能力。"));
        assertThat(tokens.ids()).containsExactly(31935, 64559, 99320, 56007, 100629, 104795, 99788, 1773);
        assertThat(tokens.charEnds()[tokens.size() - 1]).isEqualTo("通义千问具有强大的能力。".length());
    }

    @Test
    void special_token_literals_are_text() {
        assertThat(TOKENIZERS.vocabulary("o200k_base").orElseThrow().tokens(Text.of("<|endoftext|>")))
                .isEqualTo(7);
    }

    @Test
    void question_marks_beside_lone_surrogates_stay_what_they_are() {
        assertThat(Text.of("why? ?\uD83D? what\uDE00 is it??").utf8())
                .isEqualTo("why? ?\uFFFD? what\uFFFD is it??".getBytes(StandardCharsets.UTF_8));
        assertThat(Text.of("\uD83D").utf8()).isEqualTo("\uFFFD".getBytes(StandardCharsets.UTF_8));
        assertThat(Text.of("зачем? \uD83D\uDE00???????").utf8())
                .isEqualTo("зачем? \uD83D\uDE00???????".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_lone_surrogate_counts_as_the_replacement_character() {
        for (String name : new String[] {"o200k_base", "cl100k_base", "p50k_base", "r50k_base", "qwen"}) {
            Vocabulary vocabulary = TOKENIZERS.vocabulary(name).orElseThrow();
            assertThat(vocabulary.tokens(Text.of("a\ud83db")))
                    .as(name)
                    .isEqualTo(vocabulary.tokens(Text.of("a\uFFFDb")));
        }
    }

    @Test
    void the_ids_alone_are_those_of_the_tokens_in_their_places() {
        for (String name : new String[] {"o200k_base", "cl100k_base", "p50k_base", "r50k_base", "qwen"}) {
            Vocabulary vocabulary = TOKENIZERS.vocabulary(name).orElseThrow();
            for (String text :
                    new String[] {"", "Ein Überblick, kurz: 12345 …", "Смета — 价目表 e\u0301   \n\n\ud83d\ude00"}) {
                assertThat(vocabulary.ids(Text.of(text)))
                        .as("%s of “%s”", name, text)
                        .isEqualTo(vocabulary.encode(Text.of(text)).ids());
            }
        }
    }
}
