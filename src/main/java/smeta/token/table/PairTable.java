package smeta.token.table;

import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Which merge two adjacent tokens undergo: a flat table with open addressing, one word a pair, and a filter before it.
 */
public final class PairTable {
    /** Comes after every merge. */
    public static final int NONE = Integer.MAX_VALUE;

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long USED = 1L << 2 * VocabularyData.BITS;
    private static final int RECENT_BITS = 14;
    /** All bits of a number of a merge; as a merge, one that there is not. */
    public static final int MASK = (1 << VocabularyData.BITS) - 1;

    private final long[] slots;
    private final int shift;
    /**
     * Two bits in one word for each pair: most pairs that don't merge are told by this, which is small enough to be
     * near.
     */
    private final long[] filter;

    private final int filterShift;
    private final int @Nullable [] merged;
    private final int ranks;
    private final boolean ordered;

    private PairTable(long[] slots, long[] filter, int ranks, boolean ordered) {
        this.slots = slots;
        this.filter = filter;
        this.ranks = ranks;
        this.ordered = ordered;
        shift = shift(slots);
        filterShift = shift(filter);
        merged = null;
    }

    /** All merges of a vocabulary. */
    public PairTable(VocabularyData data) {
        int merges = data.left().length;
        slots = new long[Integer.highestOneBit(Math.max(1, merges)) << 2];
        filter = new long[Math.max(2, slots.length >> 4)];
        shift = shift(slots);
        filterShift = shift(filter);
        merged = data.merged();
        ranks = merges;
        for (int merge = 0; merge < merges; merge++) {
            if (data.left()[merge] >= 0) {
                put(data.left()[merge], data.right()[merge], merge);
            }
        }
        ordered = data.ordered();
    }

    /** How far a hash goes down to be a place in a table of a power of two, at least two. */
    private static int shift(long[] table) {
        return 64 - Integer.numberOfTrailingZeros(table.length);
    }

    void write(DataOutputStream out) throws IOException {
        if (merged != null) {
            throw new IllegalStateException("expected a vocabulary whose merges have the numbers of their tokens");
        }
        PackedArrays.writeTable(slots, 1, out);
        PackedArrays.write(filter, out);
        out.writeInt(ranks);
        out.writeBoolean(ordered);
    }

    static PairTable read(TableInput in) throws IOException {
        return new PairTable(PackedArrays.table(in, 1).slots(), PackedArrays.longs(in), in.number(), in.flag());
    }

    private void put(int left, int right, int merge) {
        long key = key(left, right);
        long hash = key * MIX;
        filter[(int) (hash >>> filterShift)] |= bits(hash);
        int slot = (int) (hash >>> shift);
        while (slots[slot] != 0) {
            if (slots[slot] >>> VocabularyData.BITS == key) {
                break;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = key << VocabularyData.BITS | merge;
    }

    private static long bits(long hash) {
        return 1L << (hash >>> 24) | 1L << (hash >>> 32);
    }

    private static long key(int left, int right) {
        return USED | (long) left << VocabularyData.BITS | right;
    }

    /** The merge of the two, the smaller the more preferred; {@link #NONE} if they don't merge. */
    public int merge(int left, int right) {
        long key = key(left, right);
        long hash = key * MIX;
        long bits = bits(hash);
        if ((filter[(int) (hash >>> filterShift)] & bits) != bits) {
            return NONE;
        }
        int slot = (int) (hash >>> shift);
        while (true) {
            long found = slots[slot];
            if (found >>> VocabularyData.BITS == key) {
                return (int) found & MASK;
            }
            if (found == 0) {
                return NONE;
            }
            slot = slot + 1 & slots.length - 1;
        }
    }

    /** Room for the answers that one thread got last. */
    public static long[] recent() {
        return new long[1 << RECENT_BITS];
    }

    /**
     * The same as {@link #merge(int, int)}, looked for first among the recent answers; {@link #MASK} if there is none.
     */
    public int merge(int left, int right, long[] recent) {
        long key = key(left, right);
        int slot = (int) (key * MIX >>> 64 - RECENT_BITS);
        long found = recent[slot];
        if (found >>> VocabularyData.BITS == key) {
            return (int) found & MASK;
        }
        int merge = merge(left, right) & MASK;
        recent[slot] = key << VocabularyData.BITS | merge;
        return merge;
    }

    /** What each pair and its merge are told to. */
    interface Sink {
        void accept(int left, int right, int merge);
    }

    void each(Sink sink) {
        for (long slot : slots) {
            if (slot != 0) {
                sink.accept(
                        (int) (slot >>> 2 * VocabularyData.BITS) & MASK,
                        (int) (slot >>> VocabularyData.BITS) & MASK,
                        (int) slot & MASK);
            }
        }
    }

    /** One more than the last merge. */
    public int ranks() {
        return ranks;
    }

    /** Whether each merge comes after all those that make its parts. */
    public boolean ordered() {
        return ordered;
    }

    /** The token that a merge makes. */
    public int merged(int merge) {
        return merged == null ? merge : merged[merge];
    }
}
