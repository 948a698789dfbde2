package smeta.token.table;

/**
 * Which words are tokens, by their {@link LetterWord}: Russian tokens of up to 14 letters are looked up like English
 * ones of as many, and stand apart from the others, which such a text hardly needs. Made of a {@link TokenTable} when
 * a text first needs it.
 */
public final class LetterTable {
    private final LetterWord word = new LetterWord();
    private long[] small = new long[256];
    private int smalls;
    /** By twos. */
    private long[] middle = new long[256];

    private int middles;

    LetterTable() {}

    /** Adds a token if it is such a word. */
    void add(byte[] bytes, int from, int length) {
        if (length < 2 || !word.read(bytes, from, from + length)) {
            return;
        }
        if (word.second() == 0) {
            small = smalls * 2 < small.length ? small : larger(small, 1);
            small[slot(small, word.first())] = word.first();
            smalls++;
        } else {
            middle = middles * 4 < middle.length ? middle : larger(middle, 2);
            put(middle, word.first(), word.second());
            middles++;
        }
    }

    private static long[] larger(long[] slots, int width) {
        long[] larger = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += width) {
            if (slots[i] != 0 && width == 1) {
                larger[slot(larger, slots[i])] = slots[i];
            } else if (slots[i] != 0) {
                put(larger, slots[i], slots[i + 1]);
            }
        }
        return larger;
    }

    private static void put(long[] slots, long first, long second) {
        int slot = slot(slots, first, second);
        slots[slot] = first;
        slots[slot + 1] = second;
    }

    /** Whether a token is this word. @param second 0 for a word whose key is first */
    public boolean has(long first, long second) {
        return second == 0 ? small[slot(small, first)] != 0 : middle[slot(middle, first, second)] != 0;
    }

    private static int slot(long[] slots, long key) {
        int slot = (int) (TokenTable.mix(key, 0) >>> 64 - Integer.numberOfTrailingZeros(slots.length));
        while (slots[slot] != key && slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static int slot(long[] slots, long first, long second) {
        int slot = (int) (TokenTable.mix(first, second) >>> 65 - Integer.numberOfTrailingZeros(slots.length)) << 1;
        while ((slots[slot] != first || slots[slot + 1] != second) && slots[slot] != 0) {
            slot = slot + 2 & slots.length - 1;
        }
        return slot;
    }
}
