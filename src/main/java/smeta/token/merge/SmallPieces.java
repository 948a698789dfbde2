package smeta.token.merge;

import smeta.token.table.ByteWords;
import smeta.token.table.TokenTable;

/**
 * Remembers how many tokens a piece of up to 7 bytes has, {@value #BYTES} bytes in all: one word a piece, its {@link
 * ByteWords#key} and the tokens above it, so that one look says both whether it is this piece and what it has. The last
 * piece with a hash drives out the one before. Serves one thread at a time.
 */
final class SmallPieces {
    private static final int BITS = 14;
    static final int BYTES = 8 << BITS;
    /** No key has the bits from here on. */
    private static final int COUNT_SHIFT = 60;

    private final long[] slots = new long[1 << BITS];

    /** The tokens of a piece; 0 if they aren't remembered. */
    int recall(long key) {
        long found = slots[slot(key)] ^ key;
        return found << 64 - COUNT_SHIFT == 0 ? (int) (found >>> COUNT_SHIFT) : 0;
    }

    int remember(long key, int count) {
        slots[slot(key)] = key | (long) count << COUNT_SHIFT;
        return count;
    }

    private static int slot(long key) {
        return (int) (TokenTable.mix(key, 0) >>> 64 - BITS);
    }
}
