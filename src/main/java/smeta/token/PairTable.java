package smeta.token;

import org.jspecify.annotations.Nullable;

/**
 * Which merge two adjacent tokens undergo: a flat table with open addressing, one word a pair. Before it stands a filter of
 * one bit for each pair of units that is adjacent somewhere in a token: where it says no, no merge ever goes across.
 */
final class PairTable {
    /** Comes after every merge. */
    static final int NONE = Integer.MAX_VALUE;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long USED = 1L << 2 * Lexicon.BITS;
    private static final int RECENT_BITS = 14;
    static final int MASK = (1 << Lexicon.BITS) - 1;

    private final long[] slots;
    private final int shift;
    /** Two bits in one word for each pair: most pairs that don't merge are told by this, which is small enough to be near. */
    private final long[] filter;
    private final int filterShift;
    private final int @Nullable [] merged;
    private final int ranks;
    private final boolean ordered;

    PairTable(Lexicon lexicon) {
        int merges = lexicon.left().length;
        shift = Integer.numberOfLeadingZeros(Math.max(1, merges)) + 31;
        slots = new long[1 << 64 - shift];
        filterShift = Math.min(63, shift + 4);
        filter = new long[1 << 64 - filterShift];
        merged = lexicon.merged();
        ranks = merges;
        boolean partsFirst = merged == null;
        for (int merge = 0; merge < merges; merge++) {
            int left = lexicon.left()[merge];
            int right = lexicon.right()[merge];
            if (left >= 0) {
                put(left, right, merge);
                partsFirst &= left < merge && right < merge;
            }
        }
        ordered = partsFirst;
    }

    private void put(int left, int right, int merge) {
        long key = key(left, right);
        long hash = key * MIX;
        filter[(int) (hash >>> filterShift)] |= bits(hash);
        int slot = (int) (hash >>> shift);
        while (slots[slot] != 0) {
            if (slots[slot] >>> Lexicon.BITS == key) {
                break;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = key << Lexicon.BITS | merge;
    }

    private static long bits(long hash) {
        return 1L << (hash >>> 24) | 1L << (hash >>> 32);
    }

    private static long key(int left, int right) {
        return USED | (long) left << Lexicon.BITS | right;
    }

    /** The merge of the two, the smaller the more preferred; {@link #NONE} if they don't merge. */
    int merge(int left, int right) {
        long key = key(left, right);
        long hash = key * MIX;
        long bits = bits(hash);
        if ((filter[(int) (hash >>> filterShift)] & bits) != bits) {
            return NONE;
        }
        int slot = (int) (hash >>> shift);
        while (true) {
            long found = slots[slot];
            if (found >>> Lexicon.BITS == key) {
                return (int) found & MASK;
            }
            if (found == 0) {
                return NONE;
            }
            slot = slot + 1 & slots.length - 1;
        }
    }

    /** Room for the answers that one thread got last. */
    static long[] recent() {
        return new long[1 << RECENT_BITS];
    }

    /** The same as {@link #merge(int, int)}, looked for first among the recent answers; {@link #MASK} if there is none. */
    int merge(int left, int right, long[] recent) {
        long key = key(left, right);
        int slot = (int) (key * MIX >>> 64 - RECENT_BITS);
        long found = recent[slot];
        if (found >>> Lexicon.BITS == key) {
            return (int) found & MASK;
        }
        int merge = merge(left, right) & MASK;
        recent[slot] = key << Lexicon.BITS | merge;
        return merge;
    }

    /** One more than the last merge. */
    int ranks() {
        return ranks;
    }

    /** Whether each merge is known to come after those that make its parts. */
    boolean ordered() {
        return ordered;
    }

    /** The token that a merge makes. */
    int merged(int merge) {
        return merged == null ? merge : merged[merge];
    }
}
