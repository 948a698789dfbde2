package smeta.token.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import smeta.token.RandomTexts;
import smeta.token.Text;

class CompositionTest {
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
