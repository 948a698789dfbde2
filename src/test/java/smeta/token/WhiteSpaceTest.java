package smeta.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** White space of any mixture has the tokens that jtokkit gives it. */
class WhiteSpaceTest {
    private static final String[][] PARTS = {
        {" ", "\t", "\n", "\r\n"},
        {" ", "    ", "\n"},
        {"\t", "\t\t\t", "\n", " "},
        {"\r", "\n", "\r\n\r\n", "  "},
        {" ".repeat(30), " ".repeat(81), "\n".repeat(9), "\t".repeat(21), " "},
        {" \n", "  \n", "    \n", "\t\n", " "},
        {" ", "\n", "\u000b", "\u3000", "\u00a0"}
    };

    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base", "p50k_base", "r50k_base", "qwen"})
    void mixtures_have_the_tokens_that_jtokkit_gives_them(String name) throws Exception {
        Vocabulary vocabulary = BusyVocabularies.of(name);
        Vocabulary oracle = Oracle.of(name);
        Random random = new Random(20261129);
        // Some hundred pieces of white space in one text, from which on they are looked at in a way of their own.
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < 600; piece++) {
                String[] parts = PARTS[random.nextInt(PARTS.length)];
                for (int left = 1 + random.nextInt(random.nextInt(20) == 0 ? 300 : 12); left > 0; left--) {
                    text.append(parts[random.nextInt(parts.length)]);
                }
                text.append(random.nextBoolean() ? "x" : "(");
            }
            Text made = Text.of(text.toString());
            assertThat(vocabulary.encode(made).ids())
                    .containsExactly(oracle.encode(made).ids());
            assertThat(vocabulary.tokens(made)).isEqualTo(oracle.tokens(made));
        }
    }
}
