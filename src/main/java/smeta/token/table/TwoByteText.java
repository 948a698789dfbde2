package smeta.token.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes text in UTF-8 that is mostly in letters of two bytes (Cyrillic, Greek, Hebrew, Arabic), with the spaces and
 * signs of ASCII between them. The JDK's own encoding branches at each character, and nothing foresees where words end;
 * here one byte and two are written alike.
 */
public final class TwoByteText {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    /** Characters that are looked at to tell what a text is in. */
    private static final int SAMPLES = 32;

    private static final int ENOUGH = SAMPLES / 4;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int CHUNK = 2048;

    private final byte[] bytes;
    private int used;

    private TwoByteText(int length) {
        // Some for dashes and quotes of three bytes, and one more, so that a byte may be written as two.
        bytes = new byte[2 * length + length / 8 + 64 + 1];
    }

    /**
     * The text in UTF-8, a lone surrogate as U+FFFD (3 bytes); {@code null} if the text isn't mostly in such letters, or
     * takes much more than two bytes a UTF-16 unit.
     */
    public static byte @Nullable [] encode(String text) {
        int length = text.length();
        if (length < SAMPLES || length > Integer.MAX_VALUE / 3 || !mostly(text)) {
            return null;
        }
        TwoByteText to = new TwoByteText(length);
        char[] chars = new char[Math.min(length, CHUNK)];
        for (int from = 0; from < length; ) {
            int end = Math.min(length, from + CHUNK);
            // A pair stays together; a first half without a second one at the text's end is alone.
            end -= end < length && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            text.getChars(from, end, chars, 0);
            if (!to.add(chars, end - from, length - from)) {
                return null;
            }
            from = end;
        }
        return Arrays.copyOf(to.bytes, to.used);
    }

    private static boolean mostly(String text) {
        int step = text.length() / SAMPLES;
        int found = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int c = text.charAt(i * step);
            found += c >= 0x80 && c < 0x800 ? 1 : 0;
        }
        return found >= ENOUGH;
    }

    /**
     * Adds so many UTF-16 units; {@code false} if there may be no room for all.
     *
     * @param left how many there still are in the text, these among them
     */
    private boolean add(char[] chars, int count, int left) {
        int at = used;
        for (int i = 0; i < count; i++) {
            int c = chars[i];
            if (c < 0x800) {
                int two = 0x80C0 | c >>> 6 | (c & 0x3F) << 8;
                int wide = 0x7F - c >> 31;
                SHORT.set(bytes, at, (short) (c & ~wide | two & wide));
                at += 1 - wide;
                continue;
            }
            boolean pair = i + 1 < count && Character.isSurrogatePair((char) c, chars[i + 1]);
            if (pair) {
                at = four(Character.toCodePoint((char) c, chars[++i]), at);
                continue;
            }
            // Only these three bytes go beyond two a unit; what follows must still find two for each.
            if (bytes.length - 1 - at < 2 * (left - i) + 1) {
                return false;
            }
            at = three(Character.isSurrogate((char) c) ? REPLACEMENT : c, at);
        }
        used = at;
        return true;
    }

    private int three(int c, int at) {
        bytes[at] = (byte) (0xE0 | c >>> 12);
        SHORT.set(bytes, at + 1, (short) (0x8080 | c >>> 6 & 0x3F | (c & 0x3F) << 8));
        return at + 3;
    }

    private int four(int c, int at) {
        SHORT.set(bytes, at, (short) (0x80F0 | c >>> 18 | (c >>> 12 & 0x3F) << 8));
        SHORT.set(bytes, at + 2, (short) (0x8080 | c >>> 6 & 0x3F | (c & 0x3F) << 8));
        return at + 4;
    }
}
