package smeta.token.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.token.table.BundledTables;
import smeta.token.table.TokenTable;
import smeta.token.table.VocabularyTables;
import smeta.token.table.WordAlphabet;
import smeta.token.table.WordPairs;

/** Compares with the plain merge on words of each alphabet, made of its tokens and of its bytes. */
class WordMergeTest {
    private static final int WORDS = 3_000;

    @ParameterizedTest
    @CsvSource({
        "o200k_base, /com/knuddels/jtokkit/o200k_base.tiktoken",
        "cl100k_base, /com/knuddels/jtokkit/cl100k_base.tiktoken"
    })
    void words_of_every_alphabet_have_the_tokens_of_the_plain_merge(String name, String ranks) throws IOException {
        PublishedRanks plain = new PublishedRanks(ranks);
        VocabularyTables tables = BundledTables.of(name);
        WordMerge merge = new WordMerge();
        for (WordAlphabet alphabet : WordAlphabet.values()) {
            WordPairs pairs = pairs(tables, alphabet);
            List<String> tokens = plain.texts().stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty() && isOf(alphabet, text))
                    .toList();
            assertThat(tokens).as(alphabet.name()).hasSizeGreaterThan(10);
            int[] letters =
                    tokens.stream().flatMapToInt(String::codePoints).distinct().toArray();
            Random random = new Random(20261129 + alphabet.ordinal());
            int compared = 0;
            for (int i = 0; i < WORDS; i++) {
                byte[] word = word(tokens, letters, random).getBytes(StandardCharsets.UTF_8);
                if (word.length <= WordMerge.LONGEST && tables.tokens().find(word, 0, word.length) == TokenTable.NONE) {
                    assertThat(merge.count(pairs, word, 0, word.length))
                            .as(new String(word, StandardCharsets.UTF_8))
                            .isEqualTo(plain.count(word, 0, word.length));
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(WORDS / 4);
        }
    }

    @Test
    void words_with_bytes_of_no_or_another_alphabet_are_not_counted() {
        VocabularyTables tables = BundledTables.of("o200k_base");
        WordPairs cyrillic = pairs(tables, WordAlphabet.CYRILLIC);
        for (String word : List.of("слово7", "7слово", "слоvо", "λόγος", "слово中", "-слово")) {
            byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
            assertThat(new WordMerge().count(cyrillic, utf8, 0, utf8.length))
                    .as(word)
                    .isEqualTo(-1);
        }
        byte[] digits = "слово77".getBytes(StandardCharsets.UTF_8);
        assertThat(WordAlphabet.ofEnd(digits, 0, digits.length)).isNull();
        assertThat(WordAlphabet.ofEnd(digits, 0, digits.length - 2)).isEqualTo(WordAlphabet.CYRILLIC);
    }

    private static WordPairs pairs(VocabularyTables tables, WordAlphabet alphabet) {
        for (int words = 0; words < 100_000; words++) {
            WordPairs pairs = tables.late().forAnotherWord(alphabet);
            if (pairs != null) {
                return pairs;
            }
        }
        throw new AssertionError("no table for " + alphabet);
    }

    private static boolean isOf(WordAlphabet alphabet, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (int end = utf8.length; end > 0; end--) {
            if (utf8[end - 1] >= 0 && utf8[end - 1] < 'A' || WordAlphabet.ofEnd(utf8, 0, end) != alphabet) {
                return false;
            }
        }
        return true;
    }

    private static String word(List<String> tokens, int[] letters, Random random) {
        StringBuilder word = new StringBuilder(random.nextBoolean() ? " " : "");
        boolean ofTokens = random.nextBoolean();
        for (int left = 1 + random.nextInt(ofTokens ? 5 : 20); left > 0; left--) {
            if (ofTokens) {
                word.append(tokens.get(random.nextInt(tokens.size())));
            } else {
                word.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
        }
        return word.toString();
    }
}
