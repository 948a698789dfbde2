package smeta.token.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.token.split.Cl100kSplitter;
import smeta.token.split.O200kSplitter;
import smeta.token.split.Splitter;
import smeta.token.table.BundledTables;
import smeta.token.table.ByteWords;
import smeta.token.table.WideCharacters;

/** A word in characters of three bytes is the splitter's piece, and has the tokens of the plain merge. */
class WidePiecesTest {
    private static final int TEXTS = 60_000;
    private static final String[] ALPHABETS = {
        "的一是不了人我在有他这中大来上，。、“”（） ",
        "的一是不了文件名 abZ'sé1",
        "文件名数据库打开失败请稍后再试用户密码错误",
        "㐀䶵龘鿕豈金叾 ，",
        "あいうえおのはをがカタラーン日本語、。「」\u3000\u3099",
        "ファイルをひらく ﾌｧｲﾙ１２３ＡＢｃ！",
        "한국어가나다라파일을열수없습니다 ,.",
        "ไทยภาษาการเป็นที่ได้ของ ๑๒ๆ",
        "हिन्दीभाषामेंकेलिएहै ।१२",
        "தமிழ்க்கு বাংলা ქართული ",
        "ạảấầẠẢẤเก가的 ",
        "\u2028\u3000\u2003\u00a0的가 \n\r",
        "\u0301\u20d0\u302a的カ가ก '",
        "\ufffd\ue000\uffff的，😀 ",
    };

    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base"})
    void its_end_is_that_of_the_piece_and_its_tokens_are_those_of_the_plain_merge(String name) throws IOException {
        boolean cased = name.equals("o200k_base");
        Splitter splitter = cased ? new O200kSplitter() : new Cl100kSplitter(3);
        int last = cased ? WideCharacters.MARK : WideCharacters.LETTER;
        assertThat(splitter.marks()).isEqualTo(cased);
        PublishedRanks plain = new PublishedRanks("/com/knuddels/jtokkit/" + name + ".tiktoken");
        WidePieces wide = new Merger(BundledTables.of(name)).wide();
        Random random = new Random(20261129);
        int read = 0;
        int known = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            long eight = ByteWords.eight(utf8, 0);
            if (!WidePieces.start(eight) || !wide.read(utf8, 0, eight, last, cased)) {
                continue;
            }
            read++;
            assertThat(wide.end()).as("'%s'", text).isEqualTo(splitter.end(utf8, 0, utf8.length));
            if (wide.count() > 0) {
                known++;
                assertThat(wide.count()).as("'%s'", text).isEqualTo(plain.count(utf8, 0, wide.end()));
            }
        }
        assertThat(read).isGreaterThan(TEXTS / 3);
        assertThat(known).isGreaterThan(TEXTS / 6);
    }

    /** Of one alphabet mostly, and long enough now and then that its units fill more than one word of bits. */
    private static String text(Random random) {
        String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
        int[] characters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? " " : "");
        for (int left = random.nextInt(10) == 0 ? 150 : 1 + random.nextInt(12); left > 0; left--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.append(random.nextBoolean() ? ", and more" : "。And more").toString();
    }
}
