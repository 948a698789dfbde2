package smeta.token.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes text in UTF-8 that is in letters of an alphabet (Cyrillic, Greek, Hebrew, Arabic, Latin with its accents, as
 * of Vietnamese) with the spaces and signs between them. The JDK's own encoding branches at each character, and nothing
 * foresees where words end or accents stand; here up to U+{@code 2080} (not included) one, two and three bytes are
 * written alike, from a table.
 */
public final class AlphabetText {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** What comes before is in the table: all alphabets that are much used, and the signs of typesetters. */
    private static final int KNOWN = 0x2080;
    /** By character: its bytes, the first one lowest, and above them their number. */
    private static final int[] FORMS = forms();
    /** Characters that are looked at to tell what a text is in. */
    private static final int SAMPLES = 32;

    private static final int REPLACEMENT = 0xFFFD;
    private static final int CHUNK = 1024;
    /** Bytes of the longest of UTF-16 units; a pair has four bytes. */
    private static final int LONGEST = 3;
    /** Bytes that may be written beyond those of a character. */
    private static final int BEYOND = 3;

    private byte[] bytes;
    private int used;

    private AlphabetText(int room) {
        bytes = new byte[room];
    }

    private static int[] forms() {
        int[] forms = new int[KNOWN];
        for (int c = 0; c < KNOWN; c++) {
            forms[c] = c < 0x80
                    ? c | 1 << 24
                    : c < 0x800
                            ? 0x80C0 | c >>> 6 | (c & 0x3F) << 8 | 2 << 24
                            : 0x8080E0 | c >>> 12 | (c >>> 6 & 0x3F) << 8 | (c & 0x3F) << 16 | 3 << 24;
        }
        return forms;
    }

    /** The text in UTF-8, a lone surrogate as U+FFFD (3 bytes); {@code null} if the text isn't in such letters. */
    public static byte @Nullable [] encode(String text) {
        int length = text.length();
        if (length < SAMPLES || length > (Integer.MAX_VALUE - SAMPLES) / LONGEST) {
            return null;
        }
        int room = room(text);
        if (room == 0) {
            return null;
        }
        AlphabetText to = new AlphabetText(room);
        char[] chars = new char[Math.min(length, CHUNK)];
        for (int from = 0; from < length; ) {
            int end = Math.min(length, from + CHUNK);
            // A pair stays together; a first half without a second one at the text's end is alone.
            end -= end < length && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            text.getChars(from, end, chars, 0);
            to.ensure(end - from, length - from);
            to.add(chars, end - from);
            from = end;
        }
        return Arrays.copyOf(to.bytes, to.used);
    }

    /** Bytes that will probably do, judged by some characters; 0 if the text isn't in letters of an alphabet. */
    private static int room(String text) {
        int length = text.length();
        int step = length / SAMPLES;
        int more = 0;
        int letters = 0;
        for (int i = 0; i < SAMPLES; i++) {
            int c = text.charAt(i * step);
            letters += c < 0x80 ? 0 : c < KNOWN ? 1 : -1;
            more += c < 0x80 ? 0 : c < 0x800 ? 1 : 2;
        }
        if (letters <= 0) {
            return 0;
        }
        long room = length + (long) length * (more + 2) / SAMPLES + LONGEST * Math.min(length, CHUNK) + BEYOND;
        return (int) Math.min(room, LONGEST * (long) length + BEYOND);
    }

    /** Sees to it that so many units have room, and if they haven't, then all that are left. */
    private void ensure(int units, int left) {
        if (bytes.length - used < LONGEST * units + BEYOND) {
            bytes = Arrays.copyOf(bytes, used + LONGEST * left + BEYOND);
        }
    }

    private void add(char[] chars, int count) {
        byte[] to = bytes;
        int at = used;
        for (int i = 0; i < count; i++) {
            int c = chars[i];
            if (c < KNOWN) {
                int form = FORMS[c];
                INT.set(to, at, form);
                at += form >>> 24;
            } else if (i + 1 < count && Character.isSurrogatePair((char) c, chars[i + 1])) {
                at = four(Character.toCodePoint((char) c, chars[++i]), to, at);
            } else {
                at = three(Character.isSurrogate((char) c) ? REPLACEMENT : c, to, at);
            }
        }
        used = at;
    }

    private static int three(int c, byte[] to, int at) {
        to[at] = (byte) (0xE0 | c >>> 12);
        SHORT.set(to, at + 1, (short) (0x8080 | c >>> 6 & 0x3F | (c & 0x3F) << 8));
        return at + 3;
    }

    private static int four(int c, byte[] to, int at) {
        SHORT.set(to, at, (short) (0x80F0 | c >>> 18 | (c >>> 12 & 0x3F) << 8));
        SHORT.set(to, at + 2, (short) (0x8080 | c >>> 6 & 0x3F | (c & 0x3F) << 8));
        return at + 4;
    }
}
