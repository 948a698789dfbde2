package smeta.token;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds the token that has given bytes: two flat tables with open addressing, one for tokens of up to 8 bytes, one for
 * longer ones, which are told by their first and last 8 bytes and their length, and beyond 16 bytes compared in full.
 */
final class TokenTable {
    static final int NONE = -1;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int LENGTH_BITS = 16;

    /** By twos: the bytes; token and length (never 0). */
    private final long[] small;
    private final int smallShift;
    /** By fours: the first bytes; the last ones; token and length (never 0); where the bytes are in {@link #rest}. */
    private final long[] large;
    private final int largeShift;
    private final byte[] rest;
    private final int longest;

    TokenTable(Lexicon lexicon) {
        this(lexicon, token -> true);
    }

    /** @param findable which tokens are found */
    TokenTable(Lexicon lexicon, IntPredicate findable) {
        int smalls = 0;
        int larges = 0;
        int bytes = 0;
        int most = 0;
        int[] starts = lexicon.starts();
        for (int token = 1; token < starts.length; token++) {
            int length = starts[token] - starts[token - 1];
            most = Math.max(most, length);
            smalls += length <= 8 ? 1 : 0;
            larges += length > 8 ? 1 : 0;
            bytes += length > 16 ? length : 0;
        }
        smallShift = shift(smalls);
        largeShift = shift(larges);
        small = new long[2 << 64 - smallShift];
        large = new long[4 << 64 - largeShift];
        rest = new byte[bytes];
        longest = most;
        fill(lexicon, findable);
    }

    private static int shift(int entries) {
        return Math.min(63, Integer.numberOfLeadingZeros(Math.max(1, entries + entries / 2)) + 32);
    }

    private void fill(Lexicon lexicon, IntPredicate findable) {
        byte[] pool = lexicon.pool();
        int used = 0;
        for (int token = 0; token < lexicon.size(); token++) {
            int length = lexicon.length(token);
            if (length == 0 || !findable.test(token)) {
                continue;
            }
            int from = lexicon.starts()[token];
            long meta = (long) token << LENGTH_BITS | length;
            if (length <= 8) {
                putSmall(Words.upToEight(pool, from, length), meta);
            } else {
                putLarge(Words.eight(pool, from), Words.eight(pool, from + length - 8), meta, used);
                if (length > 16) {
                    System.arraycopy(pool, from, rest, used, length);
                    used += length;
                }
            }
        }
    }

    private void putSmall(long key, long meta) {
        int slot = (int) (key * MIX >>> smallShift) << 1;
        while (small[slot + 1] != 0) {
            slot = slot + 2 & small.length - 1;
        }
        small[slot] = key;
        small[slot + 1] = meta;
    }

    private void putLarge(long first, long last, long meta, int offset) {
        int slot = slot(first, last);
        while (large[slot + 2] != 0) {
            slot = slot + 4 & large.length - 1;
        }
        large[slot] = first;
        large[slot + 1] = last;
        large[slot + 2] = meta;
        large[slot + 3] = offset;
    }

    private int slot(long first, long last) {
        long mixed = first * MIX ^ Long.rotateLeft(last * MIX, 29);
        return (int) (mixed * MIX >>> largeShift) << 2;
    }

    /** Bytes of the longest token. */
    int longest() {
        return longest;
    }

    /** The token with these bytes, of which there is at least one; {@link #NONE} if there is none. */
    int find(byte[] bytes, int from, int end) {
        int length = end - from;
        return length <= 8 ? findSmall(Words.upToEight(bytes, from, length), length) : findLarge(bytes, from, length);
    }

    int findSmall(long key, int length) {
        int slot = (int) (key * MIX >>> smallShift) << 1;
        while (true) {
            long meta = small[slot + 1];
            if (small[slot] == key && (meta & 0xFFFF) == length) {
                return (int) (meta >>> LENGTH_BITS);
            }
            if (meta == 0) {
                return NONE;
            }
            slot = slot + 2 & small.length - 1;
        }
    }

    private int findLarge(byte[] bytes, int from, int length) {
        if (length > longest) {
            return NONE;
        }
        long first = Words.eight(bytes, from);
        long last = Words.eight(bytes, from + length - 8);
        int slot = slot(first, last);
        while (true) {
            long meta = large[slot + 2];
            if (meta == 0) {
                return NONE;
            }
            if (large[slot] == first && large[slot + 1] == last && (meta & 0xFFFF) == length
                    && (length <= 16 || same(bytes, from, length, (int) large[slot + 3]))) {
                return (int) (meta >>> LENGTH_BITS);
            }
            slot = slot + 4 & large.length - 1;
        }
    }

    private boolean same(byte[] bytes, int from, int length, int offset) {
        return Arrays.equals(bytes, from, from + length, rest, offset, offset + length);
    }
}
