package smeta.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes taken eight at a time: as keys of tables, and to find where a run of ASCII letters ends. */
final class Words {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = EACH << 7;

    private Words() {}

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
            long others = others(eight(bytes, at), EACH << 5);
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
