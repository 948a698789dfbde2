package smeta.token.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.token.BusyVocabularies;
import smeta.token.Text;
import smeta.token.Vocabulary;
import smeta.token.split.Cl100kSplitter;
import smeta.token.split.O200kSplitter;
import smeta.token.split.Splitter;

/** Compares with the plain merge what is told of few bytes without merging. */
class FewBytesTest {
    private static final String[] ALPHABETS = {
        "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abAB", "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~", "=-*#."
    };

    @ParameterizedTest
    @CsvSource({
        "o200k_base, /com/knuddels/jtokkit/o200k_base.tiktoken",
        "cl100k_base, /com/knuddels/jtokkit/cl100k_base.tiktoken"
    })
    void they_have_the_tokens_of_the_plain_merge(String name, String ranks) throws IOException {
        PublishedRanks plain = new PublishedRanks(ranks);
        Splitter splitter = name.equals("o200k_base") ? new O200kSplitter() : new Cl100kSplitter(3);
        Vocabulary vocabulary = BusyVocabularies.of(name);
        Random random = new Random(20261129);
        for (int i = 0; i < 100_000; i++) {
            String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? " " : "");
            for (int left = 2 + random.nextInt(3); left > 0; left--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertSame(plain, splitter, vocabulary, text.toString());
        }
        // Characters from U+40000 on, most of them alone, some beside others that may merge.
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = 1 + random.nextInt(20); left > 0; left--) {
                text.appendCodePoint(
                        switch (random.nextInt(8)) {
                            case 0 -> 0x1F300 + random.nextInt(0x400);
                            case 1 -> '!' + random.nextInt(15);
                            case 2 -> 0xE0020 + random.nextInt(0x60);
                            case 3 -> 0x2000 + random.nextInt(0xC00);
                            default -> 0x40000 + random.nextInt(0xD0000);
                        });
            }
            assertSame(plain, splitter, vocabulary, text.toString());
        }
    }

    private static void assertSame(PublishedRanks plain, Splitter splitter, Vocabulary vocabulary, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        long expected = 0;
        int at = 0;
        while (at < utf8.length) {
            int end = splitter.end(utf8, at, utf8.length);
            expected += plain.count(utf8, at, end);
            at = end;
        }
        assertThat(vocabulary.tokens(Text.of(text))).as(text).isEqualTo(expected);
    }
}
