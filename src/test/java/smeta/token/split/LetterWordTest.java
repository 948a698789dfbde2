package smeta.token.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.token.table.CharacterClasses;
import smeta.token.table.LetterWord;

/** Words of one alphabet: their ends are those of the splitter, and their keys are of one word each. */
class LetterWordTest {
    private static final String[] ALPHABETS = {
        "абвгЯЖёіѯҐ ", "αβγώάΏϛϾ ", "אבגתְ׳ ", "ابتيًٱ٣ـ ", "аαаא' ", "абА.,'s\n«»— "
    };
    private static final String AFTER = " and some more text, so that nothing ends here: 0123456789";

    private static Splitter splitter(String name) {
        return switch (name) {
            case "o200k" -> new O200kSplitter();
            case "tekken" -> new O200kSplitter(1, false);
            case "cl100k" -> new Cl100kSplitter(3);
            case "qwen 3.5" -> new Cl100kSplitter(1, CharacterClasses.MARK);
            case "smollm" -> new Gpt2Splitter(true);
            case "deepseek" -> new DeepSeekSplitter();
            default -> new Gpt2Splitter();
        };
    }

    private static String random(Random random, int most) {
        String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
        StringBuilder text = new StringBuilder(random.nextBoolean() ? " " : "");
        for (int left = 1 + random.nextInt(most); left > 0; left--) {
            // Half of them of the first letters, so that long words come too.
            text.append(alphabet.charAt(random.nextInt(random.nextInt(10) > 0 ? 4 : alphabet.length())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"o200k", "tekken", "cl100k", "qwen 3.5", "gpt2", "smollm", "deepseek"})
    void a_word_ends_where_the_splitter_says(String name) {
        Splitter splitter = splitter(name);
        LetterWord word = new LetterWord();
        Random random = new Random(20261128);
        int told = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = random(random, 18);
            byte[] utf8 = (text + AFTER).getBytes(StandardCharsets.UTF_8);
            if (word.read(utf8, 0, splitter.fold() == 0)) {
                told++;
                int end = word.end();
                assertThat(end).as(text).isEqualTo(splitter.end(utf8, 0, utf8.length));
                long first = word.first();
                long second = word.second();
                assertThat(word.read(utf8, 0, end)).as(text).isTrue();
                assertThat(List.of(word.first(), word.second())).as(text).isEqualTo(List.of(first, second));
            }
        }
        assertThat(told).isGreaterThan(20_000);
    }

    @Test
    void a_key_is_of_one_word_only() {
        Map<List<Long>, String> words = new HashMap<>();
        LetterWord word = new LetterWord();
        Random random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            String text = random(random, 14);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            if (utf8.length > 1 && word.read(utf8, 0, utf8.length)) {
                String other = words.putIfAbsent(List.of(word.first(), word.second()), text);
                assertThat(other == null ? text : other).isEqualTo(text);
            }
        }
        assertThat(words).hasSizeGreaterThan(20_000);
    }
}
