package smeta.token.normalize;

import smeta.token.table.ByteWords;
import smeta.token.table.CharacterClasses;
import smeta.token.table.Utf8;

/**
 * Tells from UTF-8 that a text is in Unicode's normal form C, as most are: eight bytes at a time are looked at for the
 * first bytes of characters that may do something to it, and only these characters are looked up.
 */
final class ComposedBytes {
    /** Blocks that have no such character: up to U+02FF, U+0400 to U+047F, U+4000 to U+9FFF, by their first bytes. */
    private static final int LATIN_END = 0xCC;

    private static final long FROM_LATIN_END = ByteWords.EACH * (0x80 - (LATIN_END & 0x7F));
    private static final int CYRILLIC = 0xD0;
    private static final long CYRILLIC_BYTES = ByteWords.EACH * (CYRILLIC & 0x7E);
    private static final int IDEOGRAPHS = 0xE4;
    private static final int IDEOGRAPHS_END = 0xEA;
    private static final long FROM_IDEOGRAPHS = ByteWords.EACH * (0x80 - (IDEOGRAPHS & 0x7F));
    private static final long FROM_IDEOGRAPHS_END = ByteWords.EACH * (0x80 - (IDEOGRAPHS_END & 0x7F));

    private static final long ADDITIONAL = ByteWords.EACH * 0x61;
    private static final long ADDITIONAL_SECOND = ByteWords.EACH * 0x38;
    private static final long FOURS = ByteWords.EACH * 0x7C;

    private ComposedBytes() {}

    /** Whether that well-formed UTF-8 certainly is in normal form C. */
    static boolean certainly(byte[] utf8) {
        int combining = 0;
        int at = 0;
        while (at < utf8.length) {
            if (!mayChange(utf8[at])) {
                combining = 0;
                at = next(utf8, at + 1);
                continue;
            }
            int length = CharacterClasses.length(utf8[at]);
            int point = Utf8.codePoint(utf8, at, length);
            int effect = CanonicalForms.effect(point);
            int before = combining;
            combining = effect == CanonicalForms.NONE ? 0 : CanonicalForms.combining(point);
            if (effect == CanonicalForms.UNSURE || effect == CanonicalForms.SORTED && combining < before) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Where the next such character is, or some place before it with only others between. */
    private static int next(byte[] utf8, int from) {
        int at = from;
        for (; at + 9 <= utf8.length; at += 8) {
            long eight = ByteWords.eight(utf8, at);
            long found = mayChange(eight);
            found = found == 0 ? 0 : found & ~additional(eight, ByteWords.eight(utf8, at + 1));
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        return at;
    }

    private static boolean mayChange(byte first) {
        int value = first & 0xFF;
        return value >= LATIN_END && (value & 0xFE) != CYRILLIC && (value < IDEOGRAPHS || value >= IDEOGRAPHS_END);
    }

    /** The same of each of eight bytes, in its high bit. */
    private static long mayChange(long eight) {
        long low = eight & ~ByteWords.HIGH;
        long cyrillic = ~((low & ~ByteWords.EACH ^ CYRILLIC_BYTES) + ~ByteWords.HIGH);
        long ideographs = low + FROM_IDEOGRAPHS & ~(low + FROM_IDEOGRAPHS_END);
        return eight & low + FROM_LATIN_END & ~cyrillic & ~ideographs & ByteWords.HIGH;
    }

    /**
     * The first bytes of U+1E00 to U+1EFF, in their high bits: letters with accents, as of Vietnamese, of which none may do
     * anything.
     *
     * @param next the bytes after each of the eight
     */
    private static long additional(long eight, long next) {
        long first = ~(((eight ^ ADDITIONAL) & ~ByteWords.HIGH) + ~ByteWords.HIGH);
        long second = ~(((next ^ ADDITIONAL_SECOND) & FOURS) + ~ByteWords.HIGH);
        return eight & next & first & second & ByteWords.HIGH;
    }
}
