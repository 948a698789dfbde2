package smeta.token.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The starts that are told of 64 bytes at once are those of the splitter that goes character by character. */
class TextBlocksTest {
    private static final String[] ALPHABETS = {
        "abstTSAB' ,.\n",
        "  \n\n\tx.",
        "\n\n\n   x/;",
        "019 .a",
        "0123456789",
        "\"'{}:,/\r\n a1",
        "aBcDeF'ſé ",
        "''''slrvetmdLEx ",
        "-=*#\u0001\u007f\u001f\u000b\u000c a",
        "ABCab'_( ",
        "abcdefghijkl  ABC.,1",
        "abcdefg hijklmäöÄÖß'sS ",
        "abcde fghi.,(„“«»— 's",
        "abcABC défg\u0301\u0300 .x",
        "abcABC  ªא文dž\u01c5 ,",
        "abcdefgh ijk\u00a0\u3000\u00b2\u0661.,",
        "\u00a0\u2003\u3000\u0085\u2028 \n\tab.1»é/'s",
        "C'est «\u00a0là\u00a0» et\u202f! Où\u00a0: ÇA\u00a0;\n",
        "abcdefghi jkl😀🜁\ud835\udc00. '",
        "abcde fghi jklжЖ, 'τΤ",
        "абвгдежзийклмнопрстуфхцчшщ  ЪЫЬЭ.,'s",
        "рстуѐёџЀЁЏА «»ѠѡѿҀҁҔ. 1",
    };

    @ParameterizedTest
    @ValueSource(strings = {"o200k", "cl100k", "qwen", "qwen 3.5", "tekken"})
    void they_are_the_first_of_the_splitters_pieces(String name) {
        Splitter splitter = AsciiPiecesTest.splitter(name);
        TextBlocks blocks = splitter.blocks();
        Random random = new Random(20261129);
        long told = 0;
        long bytes = 0;
        for (int i = 0; i < 300_000; i++) {
            byte[] utf8 = text(random).getBytes(StandardCharsets.UTF_8);
            int at = 0;
            for (long starts = blocks.starts(utf8, 0); starts != 0; starts &= starts - 1) {
                int end = Long.numberOfTrailingZeros(starts);
                assertThat(end)
                        .as("'%s' from %d", new String(utf8, StandardCharsets.UTF_8), at)
                        .isEqualTo(splitter.end(utf8, at, utf8.length));
                at = end;
            }
            told += at;
            bytes += TextBlocks.SIZE;
        }
        assertThat(told).isGreaterThan(bytes / 2);
    }

    private static String text(Random random) {
        String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
        // Some texts are a mixture, and some have long runs.
        int run = random.nextInt(4) == 0 ? 6 : 1;
        StringBuilder text = new StringBuilder();
        while (text.length() < TextBlocks.SIZE + random.nextInt(16)) {
            String from = random.nextInt(32) == 0 ? ALPHABETS[random.nextInt(ALPHABETS.length)] : alphabet;
            String next = from.substring(random.nextInt(from.length()));
            text.append(Character.toString(next.codePointAt(0)).repeat(1 + random.nextInt(run)));
        }
        return text.toString();
    }
}
