package smeta.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes taken eight at a time: as keys of tables, and to find where a run of ASCII letters ends. */
final class Words {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    static final long ANY_CASE = EACH << 5;
    private static final long HIGH = EACH << 7;

    private static final byte BEFORE_A_WORD = 1;
    private static final byte AFTER_A_WORD = 2;
    private static final byte[] ROLES = new byte[256];

    static {
        for (int c = 0; c < 128; c++) {
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            boolean digit = c >= '0' && c <= '9';
            ROLES[c] |= letter || digit || c == '\r' || c == '\n' || c == '\'' ? 0 : BEFORE_A_WORD;
            ROLES[c] |= letter || c == '\'' ? 0 : AFTER_A_WORD;
        }
    }

    private Words() {}

    /**
     * Bytes of the piece that starts these eight bytes, if it is a plain word and ends within them by every splitting
     * expression: what may stand before a word, a letter, further letters, and then something that can't go on the piece.
     * 0 if that isn't certain.
     *
     * @param fold      0 if a capital that isn't the first letter ends the piece, else {@link #ANY_CASE}
     * @param anyPrefix whether any sign may stand before the word, not only a space
     */
    static int plainWord(long eight, long fold, boolean anyPrefix) {
        long others = others(eight, fold);
        int first = (int) eight & 0xFF;
        if ((others & 0x80) != 0) {
            if (first == ' ' || anyPrefix && (ROLES[first] & BEFORE_A_WORD) != 0) {
                int second = (int) (eight >>> 8) & 0xFF;
                if ((others & 0x8000) != 0 && (second < 'A' || second > 'Z')) {
                    return 0;
                }
                others &= ~0x8080L;
            } else if (first >= 'A' && first <= 'Z') {
                others &= ~0x80L;
            } else {
                return 0;
            }
        }
        int length = Long.numberOfTrailingZeros(others) >>> 3;
        return length < 8 && (ROLES[(int) (eight >>> 8 * length) & 0xFF] & AFTER_A_WORD) != 0 ? length : 0;
    }

    /** The eight bytes from {@code i}, the first one lowest; all of them must be within the array. */
    static long eight(byte[] bytes, int i) {
        return (long) LONG.get(bytes, i);
    }

    /** The one to eight bytes from {@code i}, with zeros above them. */
    static long upToEight(byte[] bytes, int i, int length) {
        if (i + 8 <= bytes.length) {
            return eight(bytes, i) & -1L >>> 64 - 8 * length;
        }
        long value = 0;
        for (int k = length - 1; k >= 0; k--) {
            value = value << 8 | bytes[i + k] & 0xFF;
        }
        return value;
    }

    /** Where the run of a–z that starts at {@code i} ends; {@code i} itself if there is none. */
    static int smallLetters(byte[] bytes, int i, int end) {
        int at = i;
        for (; at + 8 <= end; at += 8) {
            long others = others(eight(bytes, at), 0);
            if (others != 0) {
                return at + (Long.numberOfTrailingZeros(others) >>> 3);
            }
        }
        while (at < end && bytes[at] >= 'a' && bytes[at] <= 'z') {
            at++;
        }
        return at;
    }

    /** Where the run of a–z and A–Z that starts at {@code i} ends. */
    static int letters(byte[] bytes, int i, int end) {
        int at = i;
        for (; at + 8 <= end; at += 8) {
            long others = others(eight(bytes, at), ANY_CASE);
            if (others != 0) {
                return at + (Long.numberOfTrailingZeros(others) >>> 3);
            }
        }
        while (at < end && (bytes[at] | 0x20) >= 'a' && (bytes[at] | 0x20) <= 'z') {
            at++;
        }
        return at;
    }

    /** The high bit of each byte that isn't a small letter, once the bits of {@code fold} are set. */
    private static long others(long bytes, long fold) {
        long low = (bytes | fold) & ~HIGH;
        long fromA = low + EACH * (0x80 - 'a');
        long pastZ = low + EACH * (0x80 - 'z' - 1);
        return ~(fromA & ~pastZ & ~bytes) & HIGH;
    }
}
