package smeta.token.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Alphabets with letters of two bytes whose words are merged by tables of their own ({@link WordPairs}). An alphabet is a set of bytes: those of
 * its letters, and a space. What else these bytes spell does no harm, since merging goes by bytes.
 */
public enum WordAlphabet {
    GREEK(0xCE, 0xCF, 500),
    CYRILLIC(0xD0, 0xD3, 1_000),
    HEBREW(0xD6, 0xD7, 500),
    ARABIC(0xD8, 0xDB, 1_000);

    /** Greater than each code of a byte. */
    static final int CODES = 128;

    private static final byte FOREIGN = -1;
    private static final @Nullable WordAlphabet[] BY_LEAD = new WordAlphabet[256];

    static {
        for (WordAlphabet alphabet : values()) {
            for (int value = 0xC0; value < 256; value++) {
                if (alphabet.codes[value] >= 0) {
                    BY_LEAD[value] = alphabet;
                }
            }
        }
    }

    private final byte[] codes = new byte[256];
    private final int lead;
    private final int words;

    /**
     * @param first the first of the bytes that start its letters of two bytes
     * @param last  the last of these
     * @param words to be merged before it pays to make its table
     */
    WordAlphabet(int first, int last, int words) {
        lead = first;
        this.words = words;
        Arrays.fill(codes, FOREIGN);
        int code = add(' ', ' ', 0);
        code = add(0x80, 0xBF, code);
        add(first, last, code);
    }

    private int add(int first, int last, int code) {
        int next = code;
        for (int value = first; value <= last; value++) {
            codes[value] = (byte) next++;
        }
        return next;
    }

    /** The alphabet of the last letter of well-formed UTF-8 that isn't empty; {@code null} if it is in none of these. */
    public static @Nullable WordAlphabet ofEnd(byte[] utf8, int from, int end) {
        int at = end - 1;
        while (at > from && Utf8.continues(utf8[at])) {
            at--;
        }
        return BY_LEAD[utf8[at] & 0xFF];
    }

    /** A number below {@link #CODES} for each byte, and less than 0 for those that aren't its own. */
    byte[] codes() {
        return codes;
    }

    /** The first of the bytes that start its letters. */
    int lead() {
        return lead;
    }

    /** Words to be merged before it pays to make its table. */
    int words() {
        return words;
    }
}
