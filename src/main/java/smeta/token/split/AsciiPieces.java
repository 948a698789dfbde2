package smeta.token.split;

import smeta.token.table.ByteWords;

/**
 * Tells the commonest pieces from the eight bytes that they start with, without a loop: words, signs, digits and white
 * space in ASCII that end within these by the expressions of {@code cl100k_base} and {@code o200k_base}. Says 0
 * wherever that isn't certain; then a {@link Splitter} tells.
 */
public final class AsciiPieces {
    private static final long SPACES = ByteWords.EACH * ' ';
    private static final long LINES = ByteWords.EACH * '\n';

    private static final int LETTER = 1;
    private static final int CAPITAL = 2;
    private static final int DIGIT = 4;
    private static final int SIGN = 8;
    /** What may stand before a word and no contraction begins with. */
    private static final int BEFORE_A_WORD = 16;
    /** What goes on neither a word nor one of its contractions. */
    private static final int AFTER_A_WORD = 32;
    /** What goes on neither a run of symbols nor the ends of lines after it. */
    private static final int AFTER_SIGNS = 64;
    /** A letter that starts a contraction after an apostrophe. */
    private static final int CONTRACTED = 128;

    private static final int LINE = 256;
    /** Ends a run of symbols, and goes on no ends of lines after it. */
    private static final int AFTER_ONE_SIGN = 512;
    /** Certainly no white space; of what has more than one byte only U+0380 to U+07FF is known. */
    private static final int SEEN = 1024;

    private static final short[] ROLES = new short[256];

    static {
        for (int c = 0; c < 128; c++) {
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            boolean digit = c >= '0' && c <= '9';
            boolean line = c == '\r' || c == '\n';
            ROLES[c] |= letter ? LETTER : 0;
            ROLES[c] |= letter && c <= 'Z' ? CAPITAL : 0;
            ROLES[c] |= letter && "stmdlrv".indexOf(c | 0x20) >= 0 ? CONTRACTED : 0;
            ROLES[c] |= digit ? DIGIT : 0;
            ROLES[c] |= c > ' ' && c < 127 && !letter && !digit ? SIGN : 0;
            ROLES[c] |= letter || digit || line || c == '\'' ? 0 : BEFORE_A_WORD;
            ROLES[c] |= letter || c == '\'' ? 0 : AFTER_A_WORD;
            ROLES[c] |= letter || digit || c == ' ' || c == '\t' ? AFTER_SIGNS : 0;
            ROLES[c] |= line ? LINE : 0;
            ROLES[c] |= digit || c == ' ' || c == '\t' ? AFTER_ONE_SIGN : 0;
            ROLES[c] |= c > ' ' && c < 127 ? SEEN : 0;
        }
        // Of U+0380 to U+07FF none is white space.
        for (int lead = 0xCE; lead < 0xE0; lead++) {
            ROLES[lead] |= SEEN;
        }
    }

    private AsciiPieces() {}

    private static int role(long eight, int i) {
        return ROLES[(int) (eight >>> 8 * i) & 0xFF];
    }

    /**
     * Bytes of the piece if it is what may stand before a word, a letter, further letters, and then something that
     * can't go on the piece; 8 if it is such a word so far.
     *
     * @param fold      0 if a capital that isn't the first letter ends the piece and contractions go on it, else
     *                  {@link ByteWords#ANY_CASE}
     * @param anyPrefix whether any sign may stand before the word, not only a space
     */
    public static int word(long eight, long fold, boolean anyPrefix) {
        if (((role(eight, 0) | role(eight, 1)) & LETTER) == 0) {
            return 0;
        }
        long letters = ByteWords.letters(eight, fold);
        long others = letters ^ ByteWords.HIGH;
        int first = (int) eight & 0xFF;
        if ((others & 0x80) != 0) {
            int second = role(eight, 1);
            if (first == ' '
                    || anyPrefix
                            && ((ROLES[first] & BEFORE_A_WORD) != 0
                                    || first == '\'' && (fold == 0 || (second & CONTRACTED) == 0))) {
                if ((second & LETTER) == 0) {
                    return 0;
                }
                others &= ~0x8080L;
            } else if ((ROLES[first] & CAPITAL) != 0) {
                others &= ~0x80L;
            } else {
                return 0;
            }
        }
        int length = Long.numberOfTrailingZeros(others) >>> 3;
        return length == 8 || ends(eight, length, fold, letters) ? length : fold == 0 ? capitals(eight, length) : 0;
    }

    /** The end of a run of capitals that goes on at that byte, if nothing follows that goes on the piece; else 0. */
    private static int capitals(long eight, int from) {
        long capitals = ByteWords.letters(eight, ByteWords.ANY_CASE) & ~ByteWords.letters(eight, 0);
        int end = Long.numberOfTrailingZeros((capitals ^ ByteWords.HIGH) & -1L << 8 * from) >>> 3;
        return end > from && end < 8 && (role(eight, end) & AFTER_A_WORD) != 0 ? end : 0;
    }

    /** Bytes of the rest of a word of which eight are known, if it ends within these; else -1. */
    public static int rest(long eight, long fold) {
        long letters = ByteWords.letters(eight, fold);
        int length = Long.numberOfTrailingZeros(letters ^ ByteWords.HIGH) >>> 3;
        return length < 8 && (length > 0 && ends(eight, length, fold, letters) || (role(eight, 0) & AFTER_A_WORD) != 0)
                ? length
                : -1;
    }

    /** Whether a word certainly ends before that byte. */
    private static boolean ends(long eight, int at, long fold, long letters) {
        int next = (int) (eight >>> 8 * at) & 0xFF;
        int role = ROLES[next];
        if ((role & AFTER_A_WORD) != 0) {
            return true;
        }
        if (next == '\'') {
            // An apostrophe goes on the word only with a contraction after it.
            return fold != 0 || at < 7 && (eight >>> 8 * at + 8 & 0x80) == 0 && (role(eight, at + 1) & CONTRACTED) == 0;
        }
        // A capital here is no letter of this word, unless all before are capitals too.
        return (role & CAPITAL) != 0 && (letters >>> 8 * at - 1 & 1) != 0;
    }

    /**
     * Bytes of the piece if it is signs, digits or white space.
     *
     * @param fold   as of a word; 0 also says that a slash goes on with the ends of lines
     * @param digits how many digits a piece has at most
     */
    public static int signs(long eight, long fold, int digits) {
        int role = role(eight, 0);
        if ((role & SIGN) != 0) {
            return signs(eight, fold, true);
        }
        int first = (int) eight & 0xFF;
        if (first == ' ') {
            int spaces = Long.numberOfTrailingZeros(eight ^ SPACES) >>> 3;
            int next = spaces < 8 ? role(eight, spaces) : 0;
            if (spaces > 1) {
                return (next & SEEN) != 0 ? spaces - 1 : 0;
            }
            return (next & DIGIT) != 0 ? 1 : (next & SIGN) != 0 ? signs(eight, fold, false) : 0;
        }
        if ((role & DIGIT) != 0) {
            int run = Long.numberOfTrailingZeros(ByteWords.digits(eight) ^ ByteWords.HIGH) >>> 3;
            return run >= digits ? digits : (eight >>> 8 * run & 0x80) == 0 ? run : 0;
        }
        if (first == '\n') {
            int lines = Long.numberOfTrailingZeros(eight ^ LINES) >>> 3;
            long after = lines < 8 ? eight >>> 8 * lines : 0;
            int spaces = Long.numberOfTrailingZeros(after ^ SPACES) >>> 3;
            return lines + spaces < 8 && (role(after, spaces) & SEEN) != 0 ? lines : 0;
        }
        return 0;
    }

    /**
     * Whether the first byte certainly is a piece alone: a sign before a space or a digit, or the end of a line before
     * what is no white space. Says so also where letters of two bytes follow.
     */
    public static boolean alone(long eight) {
        int first = role(eight, 0);
        int next = role(eight, 1);
        return (first & SIGN) != 0 && (next & AFTER_ONE_SIGN) != 0 || (eight & 0xFF) == '\n' && (next & SEEN) != 0;
    }

    /** Whether the piece is white space for certain. */
    public static boolean isWhiteSpace(long eight) {
        return (eight & 0xFFFF) == 0x2020 || (eight & 0xFF) == '\n';
    }

    /** @param alone whether the first byte is a sign itself, and not a space before one */
    private static int signs(long eight, long fold, boolean alone) {
        long known = ByteWords.signs(eight) | (alone ? 0 : 0x80);
        int end = Long.numberOfTrailingZeros(known ^ ByteWords.HIGH) >>> 3;
        if (end == 8) {
            return 0;
        }
        int next = role(eight, end);
        if ((next & AFTER_SIGNS) != 0) {
            // One alone may be what stands before a word.
            return end > 1 || (next & LETTER) == 0 ? end : 0;
        }
        if ((eight >>> 8 * end & 0xFF) != '\n') {
            return 0;
        }
        int lines = end + (Long.numberOfTrailingZeros(eight >>> 8 * end ^ LINES) >>> 3);
        int after = lines < 8 ? (int) (eight >>> 8 * lines) & 0xFF : '\r';
        return after == '\r' || fold == 0 && after == '/' ? 0 : lines;
    }
}
