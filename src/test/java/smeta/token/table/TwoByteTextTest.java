package smeta.token.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.token.Text;

/** The bytes are those that the JDK gives for the same text with U+FFFD for each lone surrogate. */
class TwoByteTextTest {
    /** Of one, two, three and four bytes, and halves of pairs. */
    private static final String[] OTHERS = {"a", " ", "?", "é", "—", "中", "\uFFFF", "😀", "\uD83D", "\uDE00"};

    @Test
    void random_texts_have_the_bytes_that_the_jdk_gives_them() {
        Random random = new Random(20261128);
        int written = 0;
        for (int i = 0; i < 20_000; i++) {
            int every = 2 + random.nextInt(20);
            int length = random.nextInt(300);
            StringBuilder text = new StringBuilder();
            while (text.length() < length) {
                text.append(
                        random.nextInt(every) == 0
                                ? OTHERS[random.nextInt(OTHERS.length)]
                                : Character.toString('а' + random.nextInt(32)));
            }
            written += check(text.toString()) ? 1 : 0;
        }
        assertThat(written).isBetween(10_000, 19_000);
    }

    /** What is copied at a time ends after 2,048 UTF-16 units. */
    @Test
    void pairs_and_their_halves_are_written_wherever_they_are() {
        for (int before = 2040; before < 2056; before++) {
            for (String other : OTHERS) {
                assertThat(check("б".repeat(before) + other + "я".repeat(100))).isTrue();
                assertThat(check("б".repeat(before) + other)).isTrue();
            }
        }
    }

    /** There is room for 64 characters of three bytes and for one more in eight: of 600 units for 64 + 75. */
    @Test
    void a_text_of_much_more_than_two_bytes_a_unit_is_left_to_the_jdk() {
        assertThat(check("и".repeat(461) + "—".repeat(139))).isTrue();
        assertThat(check("и".repeat(460) + "—".repeat(140))).isFalse();
        assertThat(check(" " + "и".repeat(459) + "—".repeat(140))).isTrue();
        assertThat(check("—".repeat(140) + "и".repeat(460))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "да", "plain English, of which more than 32 characters are here", "中文"})
    void other_texts_are_left_to_the_jdk(String text) {
        assertThat(check(text)).isFalse();
        assertThat(check(text.repeat(text.length() == 2 && text.charAt(0) > 0x800 ? 30 : 1)))
                .isFalse();
    }

    private static boolean check(String text) {
        byte[] expected = Text.wellFormed(text).getBytes(StandardCharsets.UTF_8);
        byte[] found = TwoByteText.encode(text);
        if (found != null) {
            assertThat(found).as(text).isEqualTo(expected);
        }
        assertThat(Text.of(text).utf8()).as(text).isEqualTo(expected);
        return found != null;
    }
}
