package smeta.token.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
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

    /** Each character with one before and one after it that it may do something with. */
    @Test
    void bytes_that_certainly_are_in_normal_form_are() {
        List<String> others = List.of("", "a", "\u00e9", "\u0301", "\u0323", "\u0e48", "\u1100", "\uac00", " abcdefgh");
        int certain = 0;
        for (int point = 0; point < 0x32000; point++) {
            if (Character.getType(point) == Character.SURROGATE) {
                continue;
            }
            for (String before : others) {
                for (String after : others) {
                    String text = before + Character.toString(point) + after;
                    if (Composition.isComposed(text.getBytes(StandardCharsets.UTF_8))) {
                        certain++;
                        assertThat(Composition.compose(text)).isSameAs(text);
                    }
                }
            }
        }
        assertThat(certain).isGreaterThan(8_000_000);
    }

    /** All that the JDK says of neighbours; what it doesn't know yet is left out. */
    @Test
    void parts_that_are_composed_apart_make_the_normal_form_of_the_whole() {
        Random random = new Random(16);
        String letters = "ae\u00e9\u1ea1\u1100\uac00\uac01\u0928\u30ab\u0915.";
        String marks = "\u0301\u0323\u0304\u0327\u0e48\u0e38\u094d\u093c\u1161\u11a8\u3099\u0958\u0344\u0340";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                String from = random.nextBoolean() ? letters : marks;
                text.append(from.charAt(random.nextInt(from.length())));
            }
            String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
            assertThat(Composition.compose(text.toString())).isEqualTo(normal);
            assertThat(Text.of(text.toString()).composedUtf8()).isEqualTo(normal.getBytes(StandardCharsets.UTF_8));
        }
    }
}
