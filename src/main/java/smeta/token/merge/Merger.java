package smeta.token.merge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import smeta.token.table.AsciiPairs;
import smeta.token.table.CharacterClasses;
import smeta.token.table.IntList;
import smeta.token.table.MergeUnits;
import smeta.token.table.PairTable;
import smeta.token.table.Utf8;
import smeta.token.table.VocabularyTables;
import smeta.token.table.VocabularyData;

/**
 * Byte-pair merging of pieces that aren't tokens. The piece is cut where nothing ever merges across; a short part is
 * merged in an array, a long one through a queue. Holds the arrays that this needs, so it serves one thread at a time.
 */
public final class Merger {
    /** With one before and one after, these many parts have their places in a word. */
    private static final int SHORT = 62;
    private static final int BORDER = (1 << VocabularyData.BITS) - 1;
    private static final int NOTHING = PairTable.MASK << 6;
    /** Arrays longer than this are given back after use. */
    private static final int KEPT = 1 << 14;

    private final MergeUnits units;
    private final PairTable pairs;
    private final AsciiPairs first;
    private int[] parts = new int[64];
    private int size;
    private final long[] recent = PairTable.recent();
    private final int[] merges = new int[SHORT + 8];
    private final int[] placed = new int[SHORT + 3];

    Merger(VocabularyTables tables) {
        this(tables.units(), tables.pairs(), tables.first());
    }

    /** For a vocabulary whose table of tokens isn't made yet. */
    public Merger(MergeUnits units, PairTable pairs, AsciiPairs first) {
        this.units = units;
        this.pairs = pairs;
        this.first = first;
    }

    /** Tokens of the piece; they are added to {@code out} if it is present. */
    public int merge(byte[] utf8, int from, int end, @Nullable IntList out) {
        // Of ideographs few neighbours merge, so it pays to cut there first; of letters nearly all may.
        if (end - from <= SHORT && !endsWide(utf8, from, end)) {
            int ascii = utf8[end - 1] < 0 ? -1 : first.place(utf8, from, end, placed);
            int count = mergeShort(ascii < 0 ? place(utf8, from, end) : ascii);
            if (out != null) {
                out.add(parts, count);
            }
            return count;
        }
        int count = 0;
        size = 0;
        int i = from;
        while (i < end) {
            int next = i + CharacterClasses.length(utf8[i]);
            int character = certain(utf8, i, next, from, end);
            if (character >= 0) {
                count += add(character, out);
                i = next;
                continue;
            }
            for (; i < next; i++) {
                count += add(units.ofByte(utf8[i]), out);
            }
        }
        count += flush(out);
        if (parts.length > KEPT) {
            parts = new int[64];
        }
        return count;
    }

    private static boolean endsWide(byte[] utf8, int from, int end) {
        return end - from > 3 && (utf8[end - 3] & 0xF0) == 0xE0;
    }

    /** The token of the character from {@code i} to {@code next} if it is certain, or -1. */
    private int certain(byte[] utf8, int i, int next, int from, int end) {
        if (next - i == 1) {
            return -1;
        }
        int codePoint = Utf8.codePoint(utf8, i, next - i);
        long needed = (i == from ? 0 : MergeUnits.after(utf8[i - 1]))
                | (next == end ? 0 : MergeUnits.before(utf8[next]));
        return (units.conditions(codePoint) & needed) == needed ? units.character(codePoint) : -1;
    }

    /** Puts the units of a short piece to their places, from the second on, and gives their number. */
    private int place(byte[] utf8, int from, int end) {
        int count = 0;
        int i = from;
        while (i < end) {
            int next = i + CharacterClasses.length(utf8[i]);
            int character = certain(utf8, i, next, from, end);
            if (character >= 0) {
                placed[++count] = character;
                i = next;
            } else {
                for (; i < next; i++) {
                    placed[++count] = units.ofByte(utf8[i]);
                }
            }
        }
        return count;
    }

    /** Adds a unit, and gives the tokens of those before it if nothing merges across. */
    private int add(int unit, @Nullable IntList out) {
        int count = 0;
        if (size > 0 && !units.bonded(parts[size - 1], unit)) {
            count = flush(out);
        }
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size * 2);
        }
        parts[size++] = unit;
        return count;
    }

    private int flush(@Nullable IntList out) {
        int count = size;
        size = 0;
        if (count == 2) {
            int merge = pairs.merge(parts[0], parts[1], recent);
            if (merge != PairTable.MASK) {
                parts[0] = pairs.merged(merge);
                count = 1;
            }
        } else if (count >= SweepMerge.SHORTEST && pairs.ordered()) {
            count = SweepMerge.merge(parts, count, pairs);
        } else if (count > SHORT) {
            count = HeapMerge.merge(parts, count, pairs);
        } else if (count > 1) {
            System.arraycopy(parts, 0, placed, 1, count);
            count = mergeShort(count);
        }
        if (out != null) {
            out.add(parts, count);
        }
        return count;
    }

    /**
     * Keeps the parts where they are and their places in the bits of a word, and each possible merge as its rank with
     * its place below, so that the least of these is the next one to do: nothing moves and hardly anything branches.
     * Before the first and after the last part stands one that never merges.
     */
    private int mergeShort(int units) {
        int[] part = placed;
        int[] waiting = merges;
        int least = NOTHING;
        for (int i = 1; i < units; i++) {
            waiting[i] = pairs.merge(part[i], part[i + 1], recent) << 6 | i;
            least = Math.min(least, waiting[i]);
        }
        if (least == NOTHING) {
            System.arraycopy(part, 1, parts, 0, units);
            return units;
        }
        part[0] = BORDER;
        part[units + 1] = BORDER;
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
            parts[count++] = part[Long.numberOfTrailingZeros(left)];
        }
        return count;
    }

    private static int least(int[] waiting, int filled) {
        int least = NOTHING;
        for (int i = 0; i < filled; i += 8) {
            int a = Math.min(Math.min(waiting[i], waiting[i + 1]), Math.min(waiting[i + 2], waiting[i + 3]));
            int b = Math.min(Math.min(waiting[i + 4], waiting[i + 5]), Math.min(waiting[i + 6], waiting[i + 7]));
            least = Math.min(least, Math.min(a, b));
        }
        return least;
    }
}
