package smeta.token.table;

/**
 * The class of a character, read from its UTF-8 bytes, as the splitting expressions see it. The classes come from a
 * table of ours and not from the JDK, whose Unicode version is that of its release: a count must not depend on it.
 */
public final class CharacterClasses {
    /** A capital or title-case letter. */
    public static final int UPPER = 0;
    /** A small letter. */
    public static final int LOWER = 1;
    /** A letter without case: it ends a run of capitals as well as it goes on a run of small letters. */
    public static final int UNCASED = 2;
    /** {@code \p{M}} */
    public static final int MARK = 3;
    /** {@code \p{N}} */
    public static final int NUMBER = 4;
    /** Neither a letter, a mark, a number nor white space. */
    public static final int OTHER = 5;
    /** White space but U+0020 and ends of lines. */
    public static final int SPACE = 6;
    /** U+0020. */
    public static final int BLANK = 7;
    /** CR or LF. */
    public static final int NEWLINE = 8;

    private static final short[] BLOCKS;
    private static final byte[] CLASSES;
    private static final boolean[] SIGNS;
    private static final byte[] TWO_BYTES;
    private static final byte[] ASCII;

    static {
        CharacterClassTable table = CharacterClassTable.read("/smeta/token/table/unicode-classes.txt");
        BLOCKS = table.blocks();
        CLASSES = table.classes();
        SIGNS = table.signs();
        TWO_BYTES = table.first(2048);
        ASCII = table.first(128);
    }

    private CharacterClasses() {}

    /** The class of the character that starts at that byte of well-formed UTF-8. */
    public static int at(byte[] utf8, int i) {
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

    /**
     * Whether the character that starts at that byte is punctuation or a symbol: an {@link #OTHER} that one can see.
     */
    public static boolean isSign(byte[] utf8, int i) {
        return isSign(utf8[i] >= 0 ? utf8[i] : Utf8.codePoint(utf8, i, length(utf8[i])));
    }

    static boolean isSign(int codePoint) {
        return SIGNS[BLOCKS[codePoint >> 6] << 6 | codePoint & 0x3F];
    }

    /** Bytes of a character that starts with that byte. */
    public static int length(byte lead) {
        return lead >= 0 ? 1 : lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
    }

    static int of(int codePoint) {
        return CLASSES[BLOCKS[codePoint >> 6] << 6 | codePoint & 0x3F];
    }
}
