package smeta.token.merge;

import java.util.Arrays;
import smeta.token.CountingInterrupted;
import smeta.token.table.PairTable;

/**
 * Byte-pair merging of a long run: the possible merges wait in a heap, by rank and then from the left, and the parts
 * are linked. Takes n log n steps and some 28 bytes a part; no recursion.
 */
final class HeapMerge {
    private static final int POSITION_BITS = 32;
    private static final int CHECKED = 1 << 16;

    private final PairTable pairs;
    private final int[] parts;
    private final int[] next;
    private final int[] previous;
    /** The merge of a part with the next one, as it now is. */
    private final int[] merges;

    private long[] heap;
    private int waiting;

    private HeapMerge(int[] parts, int size, PairTable pairs) {
        this.pairs = pairs;
        this.parts = parts;
        next = new int[size];
        previous = new int[size];
        merges = new int[size];
        heap = new long[size];
        for (int i = 0; i < size; i++) {
            next[i] = i + 1 < size ? i + 1 : -1;
            previous[i] = i - 1;
        }
    }

    /** Merges the first {@code size} parts in place and gives how many are left. */
    static int merge(int[] parts, int size, PairTable pairs) {
        return new HeapMerge(parts, size, pairs).run(size);
    }

    private int run(int size) {
        for (int i = 0; i < size; i++) {
            int merge = i + 1 < size ? pairs.merge(parts[i], parts[i + 1]) : PairTable.NONE;
            merges[i] = merge;
            if (merge != PairTable.NONE) {
                heap[waiting++] = (long) merge << POSITION_BITS | i;
            }
        }
        for (int i = (waiting >>> 1) - 1; i >= 0; i--) {
            down(i);
        }
        int steps = 0;
        while (waiting > 0) {
            if ((++steps & CHECKED - 1) == 0) {
                CountingInterrupted.check();
            }
            long least = heap[0];
            heap[0] = heap[--waiting];
            down(0);
            int at = (int) least;
            int merge = (int) (least >>> POSITION_BITS);
            if (merges[at] == merge) {
                join(at, pairs.merged(merge));
            }
        }
        int count = 0;
        for (int i = 0; i >= 0; i = next[i]) {
            parts[count++] = parts[i];
        }
        return count;
    }

    private void join(int at, int token) {
        int gone = next[at];
        int after = next[gone];
        parts[at] = token;
        merges[gone] = PairTable.NONE;
        merges[at] = PairTable.NONE;
        next[at] = after;
        if (after >= 0) {
            previous[after] = at;
            push(at, pairs.merge(token, parts[after]));
        }
        if (previous[at] >= 0) {
            push(previous[at], pairs.merge(parts[previous[at]], token));
        }
    }

    private void push(int at, int merge) {
        merges[at] = merge;
        if (merge == PairTable.NONE) {
            return;
        }
        if (waiting == heap.length) {
            heap = Arrays.copyOf(heap, waiting + (waiting >> 1) + 1);
        }
        long entry = (long) merge << POSITION_BITS | at;
        int i = waiting++;
        while (i > 0 && heap[i - 1 >>> 1] > entry) {
            heap[i] = heap[i - 1 >>> 1];
            i = i - 1 >>> 1;
        }
        heap[i] = entry;
    }

    private void down(int from) {
        if (waiting == 0) {
            return;
        }
        long entry = heap[from];
        int i = from;
        while (true) {
            int child = 2 * i + 1;
            if (child >= waiting) {
                break;
            }
            if (child + 1 < waiting && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= entry) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = entry;
    }
}
