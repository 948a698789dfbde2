package smeta.token.table;

import java.util.Arrays;

/**
 * The free places of a table in which rows with gaps are laid over each other, each with a shift whose last bits no
 * other row's has; after the table's last place comes its first.
 */
final class FreePlaces {
    /** Places of the smallest table. */
    static final int LEAST = 64;
    /** Rows of so many entries and more are tried from the table's start on, so that the rest stays free for others. */
    private static final int LONG = 8;

    private final long[] free;
    /** By the last bits of a shift. */
    private final long[] unused;
    /** Where a shorter row is tried first: somewhere else each time. */
    private int start;

    /** @param size a power of two; @param bits of a shift that no two rows share, and that aren't all set for any */
    FreePlaces(int size, int bits) {
        free = new long[size / LEAST];
        Arrays.fill(free, -1);
        unused = new long[1 << bits - 6];
        Arrays.fill(unused, -1);
        unused[unused.length - 1] = -1L >>> 1;
    }

    /**
     * Finds how far to shift a row so that all of its columns fall on free places, and takes these; -1 if there is no
     * such shift.
     *
     * @param columns the column of each entry
     * @param entries of which those from {@code from} to {@code end} are the row's
     */
    int shift(int[] columns, int[] entries, int from, int end) {
        int first = end - from < LONG ? start : 0;
        for (int tried = 0; tried < free.length; tried++) {
            int word = first + tried & free.length - 1;
            long fits = unused[word & unused.length - 1];
            for (int k = from; k < end && fits != 0; k++) {
                fits &= from(word * LEAST + columns[entries[k]]);
            }
            if (fits != 0) {
                int shift = word * LEAST + Long.numberOfTrailingZeros(fits);
                unused[word & unused.length - 1] &= ~(1L << shift);
                for (int k = from; k < end; k++) {
                    int place = shift + columns[entries[k]];
                    free[place >> 6 & free.length - 1] &= ~(1L << place);
                }
                start = word + 1;
                return shift;
            }
        }
        return -1;
    }

    /** Which of the 64 places from there on are free. */
    private long from(int place) {
        int word = place >> 6;
        long low = free[word & free.length - 1] >>> place;
        // In two steps, since no shift is by 64.
        return low | free[word + 1 & free.length - 1] << 1 << ~place;
    }
}
