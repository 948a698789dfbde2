package smeta.token.merge;

import smeta.token.table.CharacterClasses;
import smeta.token.table.MergeUnits;
import smeta.token.table.PairTable;
import smeta.token.table.Utf8;

/**
 * Counts a short piece of ideographs or other characters of three bytes. Few neighbours among these merge, so the piece
 * is first cut wherever nothing merges across: the places are bits of a word, so that hardly anything branches until it is
 * known which runs have more than one unit, and most have one. Serves one thread at a time.
 */
final class RunMerge {
    /** Bytes of the longest piece, which has no more units. */
    static final int LONGEST = ShortMerge.LONGEST;

    private final MergeUnits units;
    private final PairTable pairs;
    private final long[] recent;
    private final ShortMerge shortMerge;
    private final RunCache runs = new RunCache();
    private final int[] parts = new int[LONGEST];
    private final int[] merged = new int[LONGEST];

    /** @param recent room for the merges that were looked up last */
    RunMerge(MergeUnits units, PairTable pairs, long[] recent, ShortMerge shortMerge) {
        this.units = units;
        this.pairs = pairs;
        this.recent = recent;
        this.shortMerge = shortMerge;
    }

    /** Tokens of a piece of at most {@link #LONGEST} bytes. */
    int count(byte[] utf8, int from, int end) {
        int[] part = parts;
        int size = 0;
        long starts = 0;
        int last = 0;
        int previous = MergeUnits.BORDER;
        for (int i = from; i < end; ) {
            int next = i + CharacterClasses.length(utf8[i]);
            int following = next == end ? MergeUnits.BORDER : utf8[next] & 0xFF;
            int character = next - i == 1 ? -1 : units.certain(Utf8.codePoint(utf8, i, next - i), previous, following);
            if (character >= 0) {
                starts |= units.cut(last, character) << size;
                part[size++] = character;
                last = character;
            } else {
                for (int k = i; k < next; k++) {
                    int unit = units.ofByte(utf8[k]);
                    starts |= units.cut(last, unit) << size;
                    part[size++] = unit;
                    last = unit;
                }
            }
            previous = utf8[next - 1] & 0xFF;
            i = next;
        }
        return count(part, starts, size);
    }

    /**
     * Tokens of so many units, at least one.
     *
     * @param starts the bits of those before which nothing merges across, but for the first; none above them matter
     */
    int count(int[] part, long starts, int size) {
        long within = (1L << size) - 1;
        long all = starts & within | 1 | 1L << size;
        int count = Long.bitCount(all & all >>> 1);
        for (long longer = all & ~(all >>> 1) & within; longer != 0; longer &= longer - 1) {
            int start = Long.numberOfTrailingZeros(longer);
            count += run(part, start, Long.numberOfTrailingZeros(all & -2L << start));
        }
        return count;
    }

    /** Tokens of the units from {@code start} to {@code stop}, of which there are two or more. */
    int run(int[] part, int start, int stop) {
        int length = stop - start;
        if (length == 2) {
            return pairs.merge(part[start], part[start + 1], recent) == PairTable.MASK ? 2 : 1;
        }
        if (length > RunCache.LONGEST) {
            return merged(part, start, length);
        }
        long first = RunCache.pack(part, start, stop);
        long second = RunCache.pack(part, start + 3, stop);
        int known = runs.find(first, second);
        if (known == 0) {
            known = length == 3 ? three(part[start], part[start + 1], part[start + 2]) : merged(part, start, length);
            runs.put(first, second, known);
        }
        return known;
    }

    /** Tokens of three units. */
    private int three(int first, int second, int third) {
        int left = pairs.merge(first, second, recent);
        int right = pairs.merge(second, third, recent);
        if (left == PairTable.MASK && right == PairTable.MASK) {
            return 3;
        }
        int rest = left <= right
                ? pairs.merge(pairs.merged(left), third, recent)
                : pairs.merge(first, pairs.merged(right), recent);
        return rest == PairTable.MASK ? 2 : 1;
    }

    private int merged(int[] part, int start, int length) {
        System.arraycopy(part, start, shortMerge.units(), 1, length);
        return shortMerge.merge(length, merged);
    }
}
