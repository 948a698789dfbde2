package smeta.token.fit;

import java.util.Arrays;
import java.util.Locale;

/**
 * The class of a character, by ranges of code points that are written down here: not the JDK's Unicode tables, so that
 * an estimate is the same on every Java version.
 */
enum CharacterKind {
    LOWER,
    UPPER,
    LATIN,
    LATINEXT,
    CYRILLIC,
    CYRILLICEXT,
    GREEK,
    HAN,
    KANA,
    HANGUL,
    ARABIC,
    ARABICEXT,
    HEBREW,
    DEVANAGARI,
    BENGALI,
    TAMIL,
    DRAVIDIAN,
    INDIC,
    THAI,
    KHMER,
    MYANMAR,
    SOUTHEAST,
    LETTER,
    DIGIT,
    PUNCT,
    CJKPUNCT,
    OTHERPUNCT,
    SYMBOL,
    EMOJI,
    SPACE,
    NEWLINE,
    CONTROL;

    /** First code point of each range in hexadecimal; a range ends where the next one begins. */
    private static final String RANGES = """
            0000 control, 000A newline, 000B control, 000D newline, 000E control, 0020 space, 0021 punct,
            0030 digit, 003A punct, 0041 upper, 005B punct, 0061 lower, 007B punct, 007F control,
            00A0 otherpunct, 00AA latin, 00AB otherpunct, 00B5 latin, 00B6 otherpunct, 00BA latin,
            00BB otherpunct, 00C0 latin, 00D7 otherpunct, 00D8 latin, 00F7 otherpunct, 00F8 latin, 0100 latinext,
            0300 letter, 0370 greek, 0400 cyrillicext, 0401 cyrillic, 0402 cyrillicext, 0410 cyrillic,
            0450 cyrillicext, 0451 cyrillic, 0452 cyrillicext, 0530 letter, 0590 hebrew, 0600 arabic,
            0671 arabicext, 06D4 arabic, 0700 letter, 0750 arabicext, 0780 letter, 08A0 arabicext,
            0900 devanagari, 0980 bengali, 0A00 indic, 0B80 tamil, 0C00 dravidian, 0D80 indic, 0E00 thai,
            0E80 southeast, 0F00 letter, 1000 myanmar, 10A0 letter, 1100 hangul, 1200 letter, 1780 khmer,
            1800 letter, 1C80 cyrillicext, 1C90 letter, 1E00 latinext, 1F00 greek, 2000 otherpunct, 2070 symbol,
            20A0 otherpunct, 20D0 symbol, 2C00 letter, 2DE0 cyrillicext, 2E00 otherpunct, 2E80 han, 2FE0 symbol,
            3000 cjkpunct, 3005 han, 3008 cjkpunct, 3040 kana, 3100 letter, 3130 hangul, 3190 letter, 31F0 kana,
            3200 symbol, 3400 han, 4DC0 symbol, 4E00 han, A000 letter, A640 cyrillicext, A6A0 letter,
            A8E0 devanagari, A900 letter, A960 hangul, A980 letter, AC00 hangul, D7B0 letter, E000 symbol,
            F900 han, FB00 letter, FB1D hebrew, FB50 arabic, FE00 symbol, FE30 cjkpunct, FE70 arabic,
            FEFF symbol, FF00 cjkpunct, FF66 kana, FFA0 hangul, FFE0 symbol""";

    private static final byte[] BASIC_PLANE = basicPlane();

    /** Ordinal of the class of a character that is one UTF-16 unit; a lone surrogate is U+FFFD. */
    static int ordinalOf(char unit) {
        return BASIC_PLANE[unit];
    }

    /** Ordinal of the class of a character past U+FFFF. */
    static int ordinalOf(char high, char low) {
        int c = Character.toCodePoint(high, low);
        if (c >= 0x1F000 && c < 0x1FB00) {
            return EMOJI.ordinal();
        }
        return (c < 0x20000 ? LETTER : c < 0x40000 ? HAN : SYMBOL).ordinal();
    }

    private static byte[] basicPlane() {
        byte[] table = new byte[0x10000];
        int from = 0;
        CharacterKind now = CONTROL;
        for (String range : RANGES.split(",")) {
            String[] startAndName = range.strip().split(" ");
            int start = Integer.parseInt(startAndName[0], 16);
            Arrays.fill(table, from, start, (byte) now.ordinal());
            from = start;
            now = valueOf(startAndName[1].toUpperCase(Locale.ROOT));
        }
        Arrays.fill(table, from, table.length, (byte) now.ordinal());
        Arrays.fill(table, Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1, (byte) SYMBOL.ordinal());
        return table;
    }
}
