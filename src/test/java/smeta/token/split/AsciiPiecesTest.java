package smeta.token.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.token.table.ByteWords;
import smeta.token.table.CharacterClasses;

/** What is told at a glance is what the splitter says that goes character by character. */
class AsciiPiecesTest {
    private static final String[] ALPHABETS = {
        "abstTSAB' ,.\n",
        "  \n\n\tx.",
        "019 .a",
        "\"'{}:,/\r\n a1",
        "aBcDeF'ſé ",
        "-=*#\u0001\u007f\u001f a",
        "ABCab'_( ",
    };

    static Splitter splitter(String name) {
        return switch (name) {
            case "o200k" -> new O200kSplitter();
            case "cl100k" -> new Cl100kSplitter(3);
            case "qwen" -> new Cl100kSplitter(1);
            case "qwen 3.5" -> new Cl100kSplitter(1, CharacterClasses.MARK);
            case "tekken" -> new O200kSplitter(1, false);
            case "smollm" -> new Gpt2Splitter(true);
            case "deepseek" -> new DeepSeekSplitter();
            default -> new Gpt2Splitter();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"o200k", "cl100k", "qwen", "gpt2", "qwen 3.5", "tekken", "smollm", "deepseek"})
    void a_glance_agrees_with_the_splitter_wherever_it_is_certain(String name) {
        Splitter splitter = splitter(name);
        Random random = new Random(5);
        int certain = 0;
        for (int i = 0; i < 400_000; i++) {
            String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
            StringBuilder text = new StringBuilder();
            while (text.length() < 24) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
            int told = told(utf8, splitter);
            if (told > 0) {
                certain++;
                assertThat(told).as("'%s'", text).isEqualTo(splitter.end(utf8, 0, utf8.length));
            }
        }
        assertThat(certain).isGreaterThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"o200k", "cl100k", "qwen", "qwen 3.5", "tekken"})
    void a_byte_told_to_be_alone_is_the_piece_that_the_splitter_says(String name) {
        Splitter splitter = splitter(name);
        String after = " \n\t\r1a.,'я\u0301\u00a0\u0085\u2028\u3000\u05d0\u0660中/";
        int alone = 0;
        for (char first = 1; first < 127; first++) {
            for (char second : after.toCharArray()) {
                for (char third : after.toCharArray()) {
                    String text = "" + first + second + third + "я, и так далее";
                    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                    if (AsciiPieces.alone(ByteWords.eight(utf8, 0))) {
                        alone++;
                        assertThat(splitter.end(utf8, 0, utf8.length)).as(text).isEqualTo(1);
                    }
                }
            }
        }
        // 32 signs before a space, a tab or a digit, and the end of a line before nine others, before each third.
        assertThat(alone).isEqualTo((32 * 3 + 9) * after.length());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int told(byte[] utf8, Splitter splitter) {
        long eight = ByteWords.eight(utf8, 0);
        int word = AsciiPieces.word(eight, splitter.fold(), splitter.anyPrefix());
        if (word == 8) {
            int rest = AsciiPieces.rest(ByteWords.eight(utf8, 8), splitter.fold());
            return rest < 0 ? 0 : 8 + rest;
        }
        return word == 0 && splitter.anyPrefix() ? AsciiPieces.signs(eight, splitter.fold(), splitter.digits()) : word;
    }

    /** By the published expressions; · is a space, ¶ a line's end. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "o200k, ·hello·world, 6", "o200k, getName()xxxxx, 3", "o200k, don't·stop·it, 0",
                        "cl100k, don't·stop·it, 3",
                "cl100k, \"quoted\"·text, 7", "cl100k, 's·and·more·so, 0", "o200k, 'x'·and·more·so, 2",
                        "cl100k, ····if·x:·····, 3",
                "cl100k, ¶¶··if·x:·····, 2", "o200k, );¶¶····x······, 4", "o200k, );¶/····x·····, 0",
                        "cl100k, );¶/····x·····, 3",
                "cl100k, 1234567890123, 3", "qwen, 1234567890123, 1", "o200k, MAX_VALUE·····, 3",
                        "o200k, HTMLParser·····, 0",
                "cl100k, ·1····xxxxxxx, 1", "cl100k, (x·········xxx, 2", "cl100k, ((x·········xx, 2"
            })
    void some_pieces_are_plain(String name, String text, int bytes) {
        byte[] utf8 = text.replace('·', ' ').replace('¶', '\n').getBytes(StandardCharsets.UTF_8);
        assertThat(told(utf8, splitter(name))).isEqualTo(bytes);
    }

    @Test
    void white_space_is_told_by_two_bytes() {
        assertThat(AsciiPieces.isWhiteSpace(ByteWords.eight(ascii("  abcdef"), 0)))
                .isTrue();
        assertThat(AsciiPieces.isWhiteSpace(ByteWords.eight(ascii("\nabcdefg"), 0)))
                .isTrue();
        assertThat(AsciiPieces.isWhiteSpace(ByteWords.eight(ascii(" abcdefg"), 0)))
                .isFalse();
    }
}
