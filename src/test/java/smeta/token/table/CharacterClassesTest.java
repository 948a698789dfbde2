package smeta.token.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharacterClassesTest {
    @Test
    void classes_are_those_of_unicode_16_which_jdk_25_has() {
        assumeTrue(Runtime.version().feature() == 25, "another JDK has another Unicode version");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            assertThat(CharacterClasses.of(c)).as("U+%04X", c).isEqualTo(JdkCharacterClasses.of(c));
            assertThat(CharacterClasses.isSign(c)).as("U+%04X", c).isEqualTo(JdkCharacterClasses.isSign(c));
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
}
