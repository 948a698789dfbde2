package smeta.token.merge;

import java.util.Arrays;
import smeta.token.CountingInterrupted;
import smeta.token.table.PairTable;

/**
 * Byte-pair merging of a very long run, in time linear in it: the possible merges wait in one list for each rank, and
 * the ranks are swept upwards once. Right for a vocabulary in which each merge ranks after those that make its parts,
 * since then no merge ever brings about one of a lower or the same rank.
 */
final class SweepMerge {
    /** Shorter runs aren't worth a list for each rank. */
    static final int SHORTEST = 1024;

    private static final int CHECKED = 1 << 16;
    private static final int NONE = -1;

    private final PairTable pairs;
    private final int[] parts;
    private final int[] next;
    private final int[] previous;
    /** The merge of a part with the next one, as it now is. */
    private final int[] merges;
    /** By rank: one more than the first place that waits there. */
    private final int[] first;

    private final int[] after;
    private final int[] before;
    private int[] batch = new int[256];
    private int now = NONE;

    private SweepMerge(int[] parts, int size, PairTable pairs) {
        this.pairs = pairs;
        this.parts = parts;
        next = new int[size];
        previous = new int[size];
        merges = new int[size];
        after = new int[size];
        before = new int[size];
        first = new int[pairs.ranks()];
    }

    /** Merges the first {@code size} parts in place and gives how many are left. */
    static int merge(int[] parts, int size, PairTable pairs) {
        return new SweepMerge(parts, size, pairs).run(size);
    }

    private int run(int size) {
        for (int i = 0; i < size; i++) {
            next[i] = i + 1 < size ? i + 1 : NONE;
            previous[i] = i - 1;
            put(i, i + 1 < size ? pairs.merge(parts[i], parts[i + 1]) : PairTable.NONE);
        }
        int steps = 0;
        for (now = 0; now < first.length; now++) {
            int waiting = first[now] == 0 ? 0 : take();
            for (int i = 0; i < waiting; i++) {
                if ((++steps & CHECKED - 1) == 0) {
                    CountingInterrupted.check();
                }
                if (merges[batch[i]] == now) {
                    join(batch[i], pairs.merged(now));
                }
            }
        }
        int count = 0;
        for (int i = 0; i >= 0; i = next[i]) {
            parts[count++] = parts[i];
        }
        return count;
    }

    /** Empties the list of the present rank into the batch, from the left, as merges of one rank are done. */
    private int take() {
        int count = 0;
        for (int at = first[now] - 1; at >= 0; at = after[at]) {
            if (count == batch.length) {
                batch = Arrays.copyOf(batch, count * 2);
            }
            batch[count++] = at;
        }
        Arrays.sort(batch, 0, count);
        return count;
    }

    private void join(int at, int token) {
        int gone = next[at];
        int following = next[gone];
        int preceding = previous[at];
        remove(gone);
        merges[at] = PairTable.NONE;
        parts[at] = token;
        next[at] = following;
        if (following >= 0) {
            previous[following] = at;
            put(at, pairs.merge(token, parts[following]));
        }
        if (preceding >= 0) {
            remove(preceding);
            put(preceding, pairs.merge(parts[preceding], token));
        }
    }

    private void put(int at, int merge) {
        merges[at] = merge;
        if (merge != PairTable.NONE) {
            int head = first[merge] - 1;
            after[at] = head;
            before[at] = NONE;
            if (head >= 0) {
                before[head] = at;
            }
            first[merge] = at + 1;
        }
    }

    private void remove(int at) {
        int merge = merges[at];
        merges[at] = PairTable.NONE;
        if (merge == PairTable.NONE || merge == now) {
            return;
        }
        if (before[at] >= 0) {
            after[before[at]] = after[at];
        } else {
            first[merge] = after[at] + 1;
        }
        if (after[at] >= 0) {
            before[after[at]] = before[at];
        }
    }
}
