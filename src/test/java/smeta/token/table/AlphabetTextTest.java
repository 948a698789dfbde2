package smeta.token.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.token.Text;

/** The bytes are those that the JDK gives for the same text with U+FFFD for each lone surrogate. */
class AlphabetTextTest {
    /** Of one, two, three and four bytes, and halves of pairs. */
    private static final String[] OTHERS = {
        "a", " ", "?", "\u007F", "\u0080", "é", "\u07FF", "\u0800", "ế", "—", "\u207F", "\u2080", "中", "\uFFFF", "😀",
        "\uD83D", "\uDE00"
    };

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

    /** What is copied at a time ends after 1,024 UTF-16 units. */
    @Test
    void pairs_and_their_halves_are_written_wherever_they_are() {
        for (int before : new int[] {1020, 1021, 1022, 1023, 1024, 1025, 2045, 2046, 2047, 2048, 2049}) {
            for (String other : OTHERS) {
                assertThat(check("б".repeat(before) + other + "я".repeat(100))).isTrue();
                assertThat(check("б".repeat(before) + other)).isTrue();
            }
        }
    }

    /** The characters that are looked at stand at each 32nd part: these say that the text is in letters of one or two bytes. */
    @ParameterizedTest
    @ValueSource(ints = {32, 33, 64, 1023, 1024, 1025, 4096, 10_000})
    void a_text_that_is_wider_than_it_looks_finds_room(int length) {
        int step = length / 32;
        for (String wide : new String[] {"中", "\uD83D", "ế"}) {
            for (int letters = 1; letters <= 32; letters += 31) {
                StringBuilder text = new StringBuilder(wide.repeat(length));
                for (int i = 0; i < 32; i++) {
                    text.setCharAt(i * step, i < letters ? 'é' : 'e');
                }
                assertThat(check(text.toString())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "да", "plain English, of which more than 32 characters are here", "中文", "中文, в"})
    void other_texts_are_left_to_the_jdk(String text) {
        assertThat(check(text)).isFalse();
        assertThat(check(text.repeat(text.length() == 2 && text.charAt(0) > 0x800 ? 30 : 1)))
                .isFalse();
    }

    private static boolean check(String text) {
        byte[] expected = Text.wellFormed(text).getBytes(StandardCharsets.UTF_8);
        byte[] found = AlphabetText.encode(text);
        if (found != null) {
            assertThat(found).as(text).isEqualTo(expected);
        }
        assertThat(Text.of(text).utf8()).as(text).isEqualTo(expected);
        return found != null;
    }
}
