package smeta.token.merge;

import smeta.token.table.ByteWords;
import smeta.token.table.LetterWord;
import smeta.token.table.TokenTable;

/**
 * Remembers how many tokens a piece of up to 30 bytes has, {@value #BYTES} bytes in all. A piece is compared in full, so an
 * answer is never another piece's. Of the short pieces there are two for each hash: one that has come again, and the last
 * one that came, so that noise doesn't drive out what is used. Serves one thread at a time.
 */
final class PieceCache {
    static final int LONGEST = 30;
    private static final int SHORT_BITS = 16;
    private static final int WIDE_BITS = 13;
    static final int BYTES = (16 << SHORT_BITS) + (32 << WIDE_BITS);
    /** Tokens that a slot of the short ones can say: words that are a byte a letter may have more. */
    private static final int MOST = 15;

    private static final int COUNT_SHIFT = 48;
    private static final long COUNT = 0xFFL << COUNT_SHIFT;

    /** By twos: the key, or the first 8 bytes and the key of the others; the tokens in its highest four bits. */
    private final long[] slots = new long[2 << SHORT_BITS];
    /**
     * By fours: 16 bytes; 8 and the key of the others, or the key of the others and 0; the tokens in {@link #COUNT}.
     */
    private final long[] wide = new long[4 << WIDE_BITS];

    private final TokenTable tokens;
    private final Merger merger;

    /** @param merger says what is neither remembered nor a token */
    PieceCache(TokenTable tokens, Merger merger) {
        this.tokens = tokens;
        this.merger = merger;
    }

    /**
     * Tokens of a piece of up to 15 bytes or a {@link LetterWord}; 0 if they aren't remembered.
     *
     * @param second 0 for one whose key is first
     */
    int recall(long first, long second) {
        int slot = slot(first, second);
        long found = slots[slot + 1];
        if (slots[slot] == first && (found << 4 >>> 4) == second) {
            return (int) (found >>> 60);
        }
        long other = slots[slot + 3];
        if (slots[slot + 2] == first && (other << 4 >>> 4) == second) {
            slots[slot + 2] = slots[slot];
            slots[slot + 3] = found;
            slots[slot] = first;
            slots[slot + 1] = other;
            return (int) (other >>> 60);
        }
        return 0;
    }

    /** Remembers the tokens of such a piece, in place of the last one that came with its hash. */
    int remember(long first, long second, int count) {
        if (count <= MOST) {
            int slot = slot(first, second);
            slots[slot + 2] = first;
            slots[slot + 3] = second | (long) count << 60;
        }
        return count;
    }

    private static int slot(long first, long second) {
        return (int) (TokenTable.mix(first, second) >>> 65 - SHORT_BITS) << 2;
    }

    /** Tokens of a piece of 16 to 30 bytes, which may be a token. */
    int count(byte[] utf8, int from, int end) {
        long first = ByteWords.eight(utf8, from);
        long second = ByteWords.eight(utf8, from + 8);
        int rest = end - from - 16;
        long third = rest < 8 ? ByteWords.key(utf8, from + 16, rest) : ByteWords.eight(utf8, from + 16);
        long fourth = rest < 8 ? 0 : ByteWords.key(utf8, from + 24, rest - 8);
        long mixed = TokenTable.mix(TokenTable.mix(first, third), TokenTable.mix(second, fourth));
        int slot = (int) (mixed >>> 64 - WIDE_BITS) << 2;
        long found = wide[slot + 3];
        if (wide[slot] == first && wide[slot + 1] == second && wide[slot + 2] == third && (found & ~COUNT) == fourth) {
            return (int) ((found & COUNT) >>> COUNT_SHIFT);
        }
        boolean token = tokens.findLarge(utf8, from, end - from) != TokenTable.NONE;
        int count = token ? 1 : merger.merge(utf8, from, end, null);
        wide[slot] = first;
        wide[slot + 1] = second;
        wide[slot + 2] = third;
        wide[slot + 3] = fourth | (long) count << COUNT_SHIFT;
        return count;
    }
}
