package smeta.token.merge;

import java.util.Arrays;
import smeta.token.table.PairTable;

/**
 * Byte-pair merging of a run of some hundred units: the parts are linked, and of each sixteen the least of the possible
 * merges is known, so that the next one to do is found by looking at few numbers and nothing is sorted. Takes no memory
 * but its own arrays. Serves one thread at a time.
 */
final class BlockMerge {
    /** Looking at all blocks for each merge doesn't pay for more. */
    static final int LONGEST = 1023;

    private static final int BLOCK_BITS = 4;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int NONE = PairTable.MASK;

    private final PairTable pairs;
    private final long[] recent;
    private final int[] next = new int[LONGEST + 1];
    private final int[] previous = new int[LONGEST + 1];
    /** The merge of a part with the next one, as it now is. */
    private final int[] merges = new int[LONGEST + 1];

    private final int[] least = new int[LONGEST / BLOCK + 1];

    /** @param recent room for the merges that were looked up last */
    BlockMerge(PairTable pairs, long[] recent) {
        this.pairs = pairs;
        this.recent = recent;
    }

    /** Merges the first {@code size} parts in place and gives how many are left. */
    int merge(int[] parts, int size) {
        int blocks = (size - 1 >> BLOCK_BITS) + 1;
        Arrays.fill(merges, size - 1, blocks << BLOCK_BITS, NONE);
        for (int i = 0; i < size; i++) {
            next[i] = i + 1;
            previous[i] = i - 1;
            if (i + 1 < size) {
                merges[i] = pairs.merge(parts[i], parts[i + 1], recent);
            }
        }
        for (int block = 0; block < blocks; block++) {
            refresh(block);
        }
        int merge = least(blocks);
        while (merge != NONE) {
            join(first(merge), merge, parts, size);
            merge = least(blocks);
        }
        int count = 0;
        for (int i = 0; i < size; i = next[i]) {
            parts[count++] = parts[i];
        }
        return count;
    }

    private void join(int at, int merge, int[] parts, int size) {
        int gone = next[at];
        int following = next[gone];
        int preceding = previous[at];
        int token = pairs.merged(merge);
        parts[at] = token;
        next[at] = following;
        merges[gone] = NONE;
        merges[at] = NONE;
        if (following < size) {
            previous[following] = at;
            merges[at] = pairs.merge(token, parts[following], recent);
        }
        refresh(at >> BLOCK_BITS);
        if (gone >> BLOCK_BITS != at >> BLOCK_BITS) {
            refresh(gone >> BLOCK_BITS);
        }
        if (preceding >= 0) {
            merges[preceding] = pairs.merge(parts[preceding], token, recent);
            refresh(preceding >> BLOCK_BITS);
        }
    }

    private void refresh(int block) {
        int found = NONE;
        for (int i = block << BLOCK_BITS; i < block + 1 << BLOCK_BITS; i++) {
            found = Math.min(found, merges[i]);
        }
        least[block] = found;
    }

    private int least(int blocks) {
        int found = NONE;
        for (int block = 0; block < blocks; block++) {
            found = Math.min(found, least[block]);
        }
        return found;
    }

    /** Where that merge is first possible. */
    private int first(int merge) {
        int block = 0;
        while (least[block] != merge) {
            block++;
        }
        int at = block << BLOCK_BITS;
        while (merges[at] != merge) {
            at++;
        }
        return at;
    }
}
