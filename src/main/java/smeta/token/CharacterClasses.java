package smeta.token;

import java.util.Arrays;

/**
 * The class of a character, read from its UTF-8 bytes, as the splitting expressions see it. The classes come from a table
 * of ours and not from the JDK, whose Unicode version is that of its release: a count must not depend on it.
 */
final class CharacterClasses {
    static final int UPPER = 0;
    static final int LOWER = 1;
    /** A letter without case: it ends a run of capitals as well as it goes on a run of small letters. */
    static final int UNCASED = 2;
    static final int MARK = 3;
    static final int NUMBER = 4;
    static final int OTHER = 5;
    static final int SPACE = 6;
    static final int BLANK = 7;
    static final int NEWLINE = 8;

    private static final String LETTERS = "UlBMNoS_Rx";
    /** What the table says of an {@link #OTHER} that is neither punctuation nor a symbol. */
    private static final int REST = 9;
    private static final int BLOCK = 64;
    private static final byte[] ASCII = new byte[128];
    private static final byte[] TWO_BYTES = new byte[2048];
    private static final short[] BLOCKS = new short[Character.MAX_CODE_POINT / BLOCK + 1];
    private static final byte[] CLASSES;
    private static final boolean[] SIGNS;

    static {
        CLASSES = fold(read("unicode-classes.txt"));
        SIGNS = new boolean[CLASSES.length];
        for (int i = 0; i < CLASSES.length; i++) {
            SIGNS[i] = CLASSES[i] == OTHER;
            CLASSES[i] = CLASSES[i] == REST ? OTHER : CLASSES[i];
        }
        for (int point = 0; point < TWO_BYTES.length; point++) {
            TWO_BYTES[point] = (byte) of(point);
        }
        System.arraycopy(TWO_BYTES, 0, ASCII, 0, ASCII.length);
    }

    private CharacterClasses() {}

    /** The class of the character that starts at that byte of well-formed UTF-8. */
    static int at(byte[] utf8, int i) {
        int lead = utf8[i];
        if (lead >= 0) {
            return ASCII[lead];
        }
        if (lead < (byte) 0xE0) {
            return TWO_BYTES[(lead & 0x1F) << 6 | utf8[i + 1] & 0x3F];
        }
        if (lead < (byte) 0xF0) {
            int block = (lead & 0xF) << 6 | utf8[i + 1] & 0x3F;
            return CLASSES[BLOCKS[block] << 6 | utf8[i + 2] & 0x3F];
        }
        int block = (lead & 7) << 12 | (utf8[i + 1] & 0x3F) << 6 | utf8[i + 2] & 0x3F;
        return CLASSES[BLOCKS[block] << 6 | utf8[i + 3] & 0x3F];
    }

    /** Whether the character that starts at that byte is punctuation or a symbol: an {@link #OTHER} that one can see. */
    static boolean isSign(byte[] utf8, int i) {
        return isSign(utf8[i] >= 0 ? utf8[i] : Utf8.codePoint(utf8, i, length(utf8[i])));
    }

    static boolean isSign(int codePoint) {
        return SIGNS[BLOCKS[codePoint >> 6] << 6 | codePoint & 0x3F];
    }

    /** Bytes of a character that starts with that byte. */
    static int length(byte lead) {
        return lead >= 0 ? 1 : lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
    }

    static int of(int codePoint) {
        return CLASSES[BLOCKS[codePoint >> 6] << 6 | codePoint & 0x3F];
    }

    private static byte[] fold(byte[] all) {
        byte[] distinct = new byte[all.length / 16];
        int blocks = 0;
        for (int block = 0; block < BLOCKS.length; block++) {
            int from = block * BLOCK;
            if (from > 0 && Arrays.equals(all, from - BLOCK, from, all, from, from + BLOCK)) {
                BLOCKS[block] = BLOCKS[block - 1];
                continue;
            }
            int found = 0;
            while (found < blocks && !Arrays.equals(all, from, from + BLOCK, distinct, found * BLOCK, found * BLOCK + BLOCK)) {
                found++;
            }
            if (found == blocks) {
                System.arraycopy(all, from, distinct, blocks++ * BLOCK, BLOCK);
            }
            BLOCKS[block] = (short) found;
        }
        return Arrays.copyOf(distinct, blocks * BLOCK);
    }

    private static byte[] read(String resource) {
        byte[] all = new byte[Character.MAX_CODE_POINT + 1];
        int from = 0;
        byte now = 0;
        for (String line : Resource.table(resource)) {
            int start = Integer.parseInt(line, 0, line.length() - 2, 16);
            Arrays.fill(all, from, start, now);
            from = start;
            now = (byte) LETTERS.indexOf(line.charAt(line.length() - 1));
        }
        Arrays.fill(all, from, all.length, now);
        return all;
    }
}
