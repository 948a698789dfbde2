package smeta.token;

import java.util.Random;
import java.util.function.IntPredicate;

/** Makes short texts that are likely to meet the odd corners of a splitting expression. */
public final class RandomTexts {
    private static final String[] FRAGMENTS = {
        "'s",
        "'S",
        "'ll",
        "'LL",
        "'re",
        "'Ve",
        "'\u017f",
        "'t",
        "\r\n",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\u3000",
        "\u2028",
        "\u0085",
        "\u000b",
        "/",
        "//",
        "!",
        "...",
        "--",
        "_",
        "(",
        ")",
        "\"",
        "'",
        "``",
        "👍",
        "👨‍👩‍👧",
        "é",
        "e\u0301",
        "\u0301",
        "\u0300\u0301",
        "ﬀ",
        "中",
        "的",
        "，",
        "日本",
        "の",
        "カ",
        "한국",
        "a",
        "The",
        "the",
        " the",
        "ABC",
        "HTTPRequest",
        "camelCase",
        "123",
        "1",
        "22",
        "4567",
        "\u0663",
        "Ⅷ",
        "½",
        "Ж",
        "привет",
        " мир",
        "ПРИВЕТ",
        "ǅ",
        "ʰ",
        "ª",
        "\u05d0",
        "\u0627",
        "क्",
        "ि",
        "<|endoftext|>",
        "\u0000",
        "\ufeff",
        "\ufffd",
        "\ud83d\ude00",
        "\u200d",
        "\u200b",
        "==",
        "    ",
        "\t\t",
        "e\u0302\u0323",
        "\u1100\u1161\u11a8",
        "\u212b",
        "=\n/",
        "\ud83d",
        "\udc00"
    };
    private static final int[] RANGES = {0x250, 0x3000, 0x20000, 0x110000};

    private final Random random;
    private final IntPredicate allowed;

    public RandomTexts(long seed, IntPredicate allowed) {
        random = new Random(seed);
        this.allowed = allowed;
    }

    public String next() {
        StringBuilder text = new StringBuilder();
        int mode = random.nextInt(9);
        for (int left = 1 + random.nextInt(60); left > 0; left--) {
            switch (mode) {
                case 0, 1, 2, 3 -> text.appendCodePoint(point(0, RANGES[mode]));
                case 4 -> text.appendCodePoint(point(0x4e00, 0x5200));
                case 5 -> text.appendCodePoint(point('a', 26));
                case 6 -> text.appendCodePoint(point(0x400, 0x60));
                case 7 -> text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
                default ->
                    text.append(
                            random.nextBoolean()
                                    ? FRAGMENTS[random.nextInt(FRAGMENTS.length)]
                                    : Character.toString(point(' ', 95)));
            }
        }
        return text.toString();
    }

    private int point(int from, int range) {
        while (true) {
            int point = from + random.nextInt(range);
            if ((point < 0xd800 || point > 0xdfff) && allowed.test(point)) {
                return point;
            }
        }
    }
}
