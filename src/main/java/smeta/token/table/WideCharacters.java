package smeta.token.table;

/**
 * What splitting and merging need to know of a character of three bytes, in one word of memory each: its part in a piece,
 * its token, and between which bytes that is certain. Such pairs of words of bits, as {@link MergeUnits} has them for each
 * character, are few, so that each stands once.
 */
public final class WideCharacters {
    /** A letter without case, which goes on a word. */
    public static final int LETTER = 0;
    /** A mark, which goes on a word by some expressions. */
    public static final int MARK = 1;
    /** What may stand before a word, and goes on none. */
    public static final int PREFIX = 2;
    /** Any other: a capital, a small letter or a number. */
    public static final int NEITHER = 3;

    /** The first character of three bytes. */
    static final int FIRST = 0x800;

    private static final int PART_SHIFT = 30;
    private static final int SLOT_SHIFT = 64 - 11;
    private static final int KINDS = 1 << PART_SHIFT - VocabularyData.BITS;
    private static final int TOKEN = (1 << VocabularyData.BITS) - 1;

    private final int[] entries = new int[1 << 16];
    /** By kind; 0 of the first, whose characters never are certain. */
    private final long[] before = new long[KINDS];

    private final long[] after = new long[KINDS];
    /** Finds a kind by what it says; twice as many as there are kinds. */
    private final int[] slots = new int[1 << Long.SIZE - SLOT_SHIFT];

    private int kinds;

    /** Knows the part of each character and no token. */
    WideCharacters() {
        for (int c = FIRST; c < entries.length; c++) {
            entries[c] = part(CharacterClasses.of(c)) << PART_SHIFT;
        }
    }

    /** Adds a character that is a token. @param certainBefore as {@link #before} @param certainAfter as {@link #after} */
    void add(int character, int token, long certainBefore, long certainAfter) {
        int slot = (int) (TokenTable.mix(certainBefore, certainAfter) >>> SLOT_SHIFT);
        while (slots[slot] != 0 && (before[slots[slot]] != certainBefore || after[slots[slot]] != certainAfter)) {
            slot = slot + 1 & slots.length - 1;
        }
        if (slots[slot] == 0 && kinds + 1 < KINDS) {
            slots[slot] = ++kinds;
            before[kinds] = certainBefore;
            after[kinds] = certainAfter;
        }
        entries[character] |= slots[slot] == 0 ? 0 : slots[slot] << VocabularyData.BITS | token;
    }

    private static int part(int kind) {
        return switch (kind) {
            case CharacterClasses.UNCASED -> LETTER;
            case CharacterClasses.MARK -> MARK;
            case CharacterClasses.OTHER, CharacterClasses.SPACE -> PREFIX;
            default -> NEITHER;
        };
    }

    /** What is known of the character that the lowest three of these bytes are. */
    public int of(long eight) {
        int bytes = (int) eight;
        return entries[(bytes & 0xF) << 12 | bytes >>> 2 & 0xFC0 | bytes >>> 16 & 0x3F];
    }

    /** Its part in a piece. @param entry from {@link #of} */
    public static int partOf(int entry) {
        return entry >>> PART_SHIFT;
    }

    /** Its token, if that is certain. */
    public static int token(int entry) {
        return entry & TOKEN;
    }

    /** Before which bytes it is certain, as bits by the lowest six bits of these; and the bits of {@link MergeUnits}. */
    public long before(int entry) {
        return before[entry >>> VocabularyData.BITS & KINDS - 1];
    }

    /** After which bytes it is certain, if these end a character of several bytes. */
    public long after(int entry) {
        return after[entry >>> VocabularyData.BITS & KINDS - 1];
    }
}
