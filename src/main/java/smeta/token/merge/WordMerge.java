package smeta.token.merge;

import smeta.token.table.WordPairs;

/**
 * Byte-pair merging of a word in one alphabet, as {@link ShortMerge} does it, but by the alphabet's own table, in which
 * a pair is found at one look. Tells how many tokens the word has. Serves one thread at a time.
 */
final class WordMerge {
    /** With one before and one after, these many parts have their places in a word of memory. */
    static final int LONGEST = 62;

    private static final int NOTHING = WordPairs.NONE << 6;

    private final int[] part = new int[LONGEST + 4];
    private final int[] row = new int[LONGEST + 4];
    private final int[] waiting = new int[LONGEST + 8];

    /** Tokens of a word of up to {@link #LONGEST} bytes; -1 if not all of these are of the alphabet. */
    int count(WordPairs pairs, byte[] utf8, int from, int end) {
        int units = pairs.place(utf8, from, end, part);
        if (units < 2) {
            return units;
        }
        int least = NOTHING;
        int before = pairs.row(part[1]);
        row[1] = before;
        for (int i = 1; i < units; i++) {
            int next = part[i + 1];
            waiting[i] = pairs.merge(before, next) << 6 | i;
            least = Math.min(least, waiting[i]);
            before = pairs.row(next);
            row[i + 1] = before;
        }
        row[0] = WordPairs.NO_ROW;
        part[units + 1] = pairs.noToken();
        int filled = units + 8 & -8;
        waiting[0] = NOTHING;
        for (int i = units; i < filled; i++) {
            waiting[i] = NOTHING;
        }
        return least < NOTHING ? merge(pairs, units, least, filled) : units;
    }

    private int merge(WordPairs pairs, int units, int first, int filled) {
        int count = units;
        int least = first;
        long live = -1L >>> 62 - units;
        while (least < NOTHING) {
            int at = least & 63;
            int token = least >>> 6;
            int tokensRow = pairs.row(token);
            part[at] = token;
            row[at] = tokensRow;
            long above = live & -2L << at;
            waiting[at] = NOTHING;
            waiting[Long.numberOfTrailingZeros(above)] = NOTHING;
            live ^= above & -above;
            above &= above - 1;
            int before = 63 - Long.numberOfLeadingZeros(live & (1L << at) - 1);
            waiting[before] = NOTHING;
            // What else waits is searched while the two new merges are looked up.
            int others = ShortMerge.least(waiting, filled);
            int right = pairs.merge(tokensRow, part[Long.numberOfTrailingZeros(above)]) << 6 | at;
            int left = pairs.merge(row[before], token) << 6 | before;
            waiting[at] = right;
            waiting[before] = left;
            least = Math.min(others, Math.min(left, right));
            count--;
        }
        return count;
    }
}
