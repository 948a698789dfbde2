package smeta.token.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes taken eight at a time: as keys of tables, and to find where a run of ASCII letters ends. */
public final class ByteWords {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** One in each byte. */
    public static final long EACH = 0x0101010101010101L;
    /** What makes a letter of ASCII a small one, in each byte. */
    public static final long ANY_CASE = EACH << 5;
    /** The highest bit of each byte, which only ASCII lacks. */
    public static final long HIGH = EACH << 7;

    private static final long SPACES = EACH * ' ';
    private static final long EACH_SECOND = 0x0001000100010001L;
    private static final long CYRILLIC_LEADS = EACH_SECOND * 0xFE;
    private static final long CYRILLIC = EACH_SECOND * 0xD0;

    private ByteWords() {}

    /** The eight bytes from {@code i}, the first one lowest; all of them must be within the array. */
    public static long eight(byte[] bytes, int i) {
        return (long) LONG.get(bytes, i);
    }

    /** Writes eight bytes to {@code i} and on, the lowest one first. */
    static void put(long eight, byte[] bytes, int i) {
        LONG.set(bytes, i, eight);
    }

    /** The first bytes, at most seven, of these, and above them one more than their number: never 0. */
    public static long key(long eight, int length) {
        return eight & (1L << 8 * length) - 1 | length + 1L << 56;
    }

    /** No to seven bytes from {@code i}, the first one lowest, and above them one more than their number: never 0. */
    public static long key(byte[] bytes, int i, int length) {
        if (i + 8 <= bytes.length) {
            return key(eight(bytes, i), length);
        }
        long value = 0;
        for (int k = length - 1; k >= 0; k--) {
            value = value << 8 | bytes[i + k] & 0xFF;
        }
        return key(value, length);
    }

    /** How often that byte of ASCII is among these. */
    public static int count(byte[] bytes, byte value) {
        int count = 0;
        int at = 0;
        for (; at + 8 <= bytes.length; at += 8) {
            long others = eight(bytes, at) ^ EACH * value;
            count += Long.bitCount(~((others & ~HIGH) + ~HIGH | others) & HIGH);
        }
        for (; at < bytes.length; at++) {
            count += bytes[at] == value ? 1 : 0;
        }
        return count;
    }

    /** Where the run of a–z that starts at {@code i} ends; {@code i} itself if there is none. */
    public static int smallLetters(byte[] bytes, int i, int end) {
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
    public static int letters(byte[] bytes, int i, int end) {
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

    /** Where the run of U+0400 to U+047F, all of them letters, ends as far as that is known from whole words of it. */
    public static int cyrillic(byte[] bytes, int i, int end) {
        int at = i;
        for (; at + 8 <= end; at += 8) {
            long others = eight(bytes, at) & CYRILLIC_LEADS ^ CYRILLIC;
            if (others != 0) {
                return at + 2 * (Long.numberOfTrailingZeros(others) >>> 4);
            }
        }
        return at;
    }

    /** The same of U+0430 to U+045F, all of them small letters. */
    public static int smallCyrillic(byte[] bytes, int i, int end) {
        int at = i;
        for (; at + 8 <= end; at += 8) {
            long four = eight(bytes, at);
            // Of the first lead byte's characters the last quarter, of the second one's the first half.
            long capitals = ~four & ~(four >>> 13 & four >>> 12) | four & four >>> 13;
            long others = four & CYRILLIC_LEADS ^ CYRILLIC | capitals & EACH_SECOND;
            if (others != 0) {
                return at + 2 * (Long.numberOfTrailingZeros(others) >>> 4);
            }
        }
        return at;
    }

    /** Where the run of spaces that starts at {@code i} ends. */
    public static int spaces(byte[] bytes, int i, int end) {
        int at = i;
        for (; at + 8 <= end; at += 8) {
            long others = eight(bytes, at) ^ SPACES;
            if (others != 0) {
                return at + (Long.numberOfTrailingZeros(others) >>> 3);
            }
        }
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    private static long others(long bytes, long fold) {
        return letters(bytes, fold) ^ HIGH;
    }

    /** The high bit of each byte that is a small letter, once the bits of {@code fold} are set. */
    public static long letters(long bytes, long fold) {
        long low = (bytes | fold) & ~HIGH;
        return low + EACH * (0x80 - 'a') & ~(low + EACH * (0x80 - 'z' - 1)) & ~bytes & HIGH;
    }

    /** The high bit of each byte that is a space, if all are of ASCII. */
    public static long spaces(long bytes) {
        return ~((bytes ^ SPACES) + ~HIGH) & HIGH;
    }

    /** The high bit of each byte that is a digit. */
    public static long digits(long bytes) {
        long low = bytes & ~HIGH;
        return low + EACH * (0x80 - '0') & ~(low + EACH * (0x80 - '9' - 1)) & ~bytes & HIGH;
    }

    /** The high bit of each byte that is a printed character of ASCII, but no letter, digit or space. */
    public static long signs(long bytes) {
        long low = bytes & ~HIGH;
        long printed = low + EACH * (0x80 - '!') & ~(low + EACH) & ~bytes & HIGH;
        return printed & ~letters(bytes, ANY_CASE) & ~digits(bytes);
    }
}
