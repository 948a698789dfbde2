package smeta.token.merge;

import smeta.token.table.PairTable;
import smeta.token.table.VocabularyData;

/**
 * Byte-pair merging of a short run in arrays. The parts stay where they are and their places are in the bits of a word;
 * each possible merge is its rank with its place below, so that the least of these is the next one to do: nothing moves
 * and hardly anything branches. Before the first and after the last part stands one that never merges. Serves one
 * thread at a time.
 */
final class ShortMerge {
    /** With one before and one after, these many parts have their places in a word. */
    static final int LONGEST = 62;

    private static final int NOTHING = PairTable.MASK << 6;

    private final PairTable pairs;
    private final long[] recent;
    private final int[] merges = new int[LONGEST + 8];
    private final int[] placed = new int[LONGEST + 3];

    /** @param recent room for the merges that were looked up last */
    ShortMerge(PairTable pairs, long[] recent) {
        this.pairs = pairs;
        this.recent = recent;
    }

    /** Where the units are to be put, from the second place on. */
    int[] units() {
        return placed;
    }

    /** Merges so many units; what they become is in the first places of {@code to}. Gives how many that are. */
    int merge(int units, int[] to) {
        int[] part = placed;
        int[] waiting = merges;
        int least = NOTHING;
        for (int i = 1; i < units; i++) {
            waiting[i] = pairs.merge(part[i], part[i + 1], recent) << 6 | i;
            least = Math.min(least, waiting[i]);
        }
        if (least == NOTHING) {
            System.arraycopy(part, 1, to, 0, units);
            return units;
        }
        part[0] = VocabularyData.NO_TOKEN;
        part[units + 1] = VocabularyData.NO_TOKEN;
        int filled = units + 8 & -8;
        waiting[0] = NOTHING;
        for (int i = units; i < filled; i++) {
            waiting[i] = NOTHING;
        }
        long live = -1L >>> 62 - units;
        while (least < NOTHING) {
            int at = least & 63;
            int token = pairs.merged(least >>> 6);
            part[at] = token;
            long above = live & -2L << at;
            waiting[at] = NOTHING;
            waiting[Long.numberOfTrailingZeros(above)] = NOTHING;
            live ^= above & -above;
            above &= above - 1;
            int before = 63 - Long.numberOfLeadingZeros(live & (1L << at) - 1);
            waiting[before] = NOTHING;
            // What else waits is searched while the two new merges are looked up.
            int others = least(waiting, filled);
            int right = pairs.merge(token, part[Long.numberOfTrailingZeros(above)], recent) << 6 | at;
            int left = pairs.merge(part[before], token, recent) << 6 | before;
            waiting[at] = right;
            waiting[before] = left;
            least = Math.min(others, Math.min(left, right));
        }
        int count = 0;
        for (long left = live & (live - 1); (left & left - 1) != 0; left &= left - 1) {
            to[count++] = part[Long.numberOfTrailingZeros(left)];
        }
        return count;
    }

    /** The least of what waits in so many places, by eights; {@link #NOTHING} if nothing is less. */
    static int least(int[] waiting, int filled) {
        int least = NOTHING;
        for (int i = 0; i < filled; i += 8) {
            int a = Math.min(Math.min(waiting[i], waiting[i + 1]), Math.min(waiting[i + 2], waiting[i + 3]));
            int b = Math.min(Math.min(waiting[i + 4], waiting[i + 5]), Math.min(waiting[i + 6], waiting[i + 7]));
            least = Math.min(least, Math.min(a, b));
        }
        return least;
    }
}
