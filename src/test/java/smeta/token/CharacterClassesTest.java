package smeta.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class CharacterClassesTest {
    static int ofJdk(int c) {
        if (c == ' ') {
            return CharacterClasses.BLANK;
        }
        if (c == '\r' || c == '\n') {
            return CharacterClasses.NEWLINE;
        }
        if (c >= 9 && c <= 13 || c == 0x85 || Character.isSpaceChar(c)) {
            return CharacterClasses.SPACE;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> CharacterClasses.UPPER;
            case Character.LOWERCASE_LETTER -> CharacterClasses.LOWER;
            case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> CharacterClasses.UNCASED;
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> CharacterClasses.MARK;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> CharacterClasses
                    .NUMBER;
            default -> CharacterClasses.OTHER;
        };
    }

    private static boolean isSignOfJdk(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    /** Whether this JDK has the character in the classes that our table has it in. Surrogates are no characters. */
    static boolean isKnown(int c) {
        return (c < 0xD800 || c > 0xDFFF) && CharacterClasses.of(c) == ofJdk(c)
                && CharacterClasses.isSign(c) == isSignOfJdk(c);
    }

    @Test
    void classes_are_those_of_unicode_16_which_jdk_25_has() {
        assumeTrue(Runtime.version().feature() == 25, "another JDK has another Unicode version");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            assertThat(CharacterClasses.of(c)).as("U+%04X", c).isEqualTo(ofJdk(c));
            assertThat(CharacterClasses.isSign(c)).as("U+%04X", c).isEqualTo(isSignOfJdk(c));
        }
    }

    @Test
    void a_class_is_found_from_the_bytes_of_a_character_as_from_its_code_point() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < 0xD800 || c > 0xDFFF) {
                byte[] utf8 = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                assertThat(CharacterClasses.at(utf8, 0)).isEqualTo(CharacterClasses.of(c));
                assertThat(CharacterClasses.isSign(utf8, 0)).isEqualTo(CharacterClasses.isSign(c));
                assertThat(CharacterClasses.length(utf8[0])).isEqualTo(utf8.length);
            }
        }
    }

    /** U+11383 and on came with Unicode 16, so a JDK 17 doesn't compose them; U+0344 and the Hangul are old. */
    @Test
    void the_normal_form_is_that_of_unicode_16_on_every_jdk() {
        assertThat(Composition.compose("\uD804\uDF82\uD804\uDFC9")).isEqualTo("\uD804\uDF83");
        assertThat(Composition.compose("\u0344")).isEqualTo("\u0308\u0301");
        assertThat(Composition.compose("\u1100\u1161\u11a8")).isEqualTo("\uAC01");
    }

    @Test
    void the_normal_form_of_what_this_jdk_knows_is_the_jdks() {
        RandomTexts texts = new RandomTexts(7, c -> Character.getType(c) != Character.UNASSIGNED);
        for (int i = 0; i < 20_000; i++) {
            String text = Text.wellFormed(texts.next());
            assertThat(Composition.compose(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
            String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
            assertThat(Composition.compose(apart)).isEqualTo(Normalizer.normalize(apart, Normalizer.Form.NFC));
        }
    }
}
