package smeta.token.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.token.BusyVocabularies;
import smeta.token.Text;
import smeta.token.Vocabulary;
import smeta.token.split.Cl100kSplitter;
import smeta.token.split.O200kSplitter;
import smeta.token.split.Splitter;

/**
 * Compares with the plain merge on words of each script: made of its letters, and of tokens that have one of them,
 * which merge further. Each word comes twice, so that caches answer too.
 */
class EveryScriptTest {
    private static final int WORDS = 400;
    private static final String AFTER = ", and then some more words that go on for a while.";
    private static final UnicodeScript[] SCRIPTS = {
        UnicodeScript.LATIN,
        UnicodeScript.CYRILLIC,
        UnicodeScript.GREEK,
        UnicodeScript.HEBREW,
        UnicodeScript.ARABIC,
        UnicodeScript.DEVANAGARI,
        UnicodeScript.BENGALI,
        UnicodeScript.TAMIL,
        UnicodeScript.THAI,
        UnicodeScript.GEORGIAN,
        UnicodeScript.ARMENIAN,
        UnicodeScript.HANGUL,
        UnicodeScript.HIRAGANA,
        UnicodeScript.KATAKANA,
        UnicodeScript.HAN,
        UnicodeScript.COMMON
    };

    @ParameterizedTest
    @CsvSource({
        "o200k_base, /com/knuddels/jtokkit/o200k_base.tiktoken",
        "cl100k_base, /com/knuddels/jtokkit/cl100k_base.tiktoken"
    })
    void words_of_every_script_have_the_tokens_of_the_plain_merge(String name, String ranks) throws IOException {
        PublishedRanks plain = new PublishedRanks(ranks);
        Splitter splitter = name.equals("o200k_base") ? new O200kSplitter() : new Cl100kSplitter(3);
        Vocabulary vocabulary = BusyVocabularies.of(name);
        // From a thousand words of one alphabet on there is a table of those that are tokens.
        String many = "я в ".repeat(1000);
        assertThat(vocabulary.tokens(Text.of(many))).isEqualTo(count(plain, splitter, many));
        for (UnicodeScript script : SCRIPTS) {
            Random random = new Random(20261128 + script.ordinal());
            List<String> tokens =
                    plain.texts().stream().filter(text -> has(script, text)).toList();
            int[] letters =
                    tokens.stream().flatMapToInt(String::codePoints).distinct().toArray();
            // cl100k_base has no token with a letter of some scripts.
            for (int i = 0; i < WORDS && !tokens.isEmpty(); i++) {
                String word = random.nextBoolean() ? ofTokens(tokens, random) : ofLetters(letters, random);
                long expected = count(plain, splitter, word);
                assertThat(vocabulary.tokens(Text.of(word))).as(word).isEqualTo(expected);
                assertThat(vocabulary.tokens(Text.of(word))).as("again " + word).isEqualTo(expected);
                assertThat(vocabulary.encode(Text.of(word)).size())
                        .as("encoded " + word)
                        .isEqualTo((int) expected);
                // What is told at a glance needs some more text after it.
                String within = word + AFTER;
                assertThat(vocabulary.tokens(Text.of(within))).as(within).isEqualTo(count(plain, splitter, within));
            }
        }
    }

    private static boolean has(UnicodeScript script, String text) {
        return text.codePoints()
                .anyMatch(
                        point -> point >= 0x80 == (script != UnicodeScript.LATIN) && UnicodeScript.of(point) == script);
    }

    private static String ofTokens(List<String> tokens, Random random) {
        StringBuilder word = new StringBuilder(random.nextBoolean() ? " " : "");
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            word.append(tokens.get(random.nextInt(tokens.size())).strip());
        }
        return word.toString();
    }

    private static String ofLetters(int[] letters, Random random) {
        StringBuilder word = new StringBuilder(random.nextBoolean() ? " " : "");
        for (int left = 1 + random.nextInt(24); left > 0; left--) {
            word.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return word.toString();
    }

    private static long count(PublishedRanks plain, Splitter splitter, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        long count = 0;
        int at = 0;
        while (at < utf8.length) {
            int end = splitter.end(utf8, at, utf8.length);
            count += plain.count(utf8, at, end);
            at = end;
        }
        return count;
    }
}
