package smeta.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Byte-pair merging of pieces that aren't tokens. The piece is cut where nothing ever merges across; a short part is merged
 * in an array, a long one through a queue. Holds the arrays that this needs, so it serves one thread at a time.
 */
final class Merger {
    private static final int SHORT = 64;
    private static final int NOTHING = Integer.MAX_VALUE;
    /** Arrays longer than this are given back after use. */
    private static final int KEPT = 1 << 14;

    private final Units units;
    private final PairTable pairs;
    private int[] parts = new int[64];
    private int size;
    private final long[] recent = PairTable.recent();
    private final int[] merges = new int[SHORT];

    Merger(Units units, PairTable pairs) {
        this.units = units;
        this.pairs = pairs;
    }

    /** Tokens of the piece; they are added to {@code out} if it is present. */
    int merge(byte[] utf8, int from, int end, @Nullable Ids out) {
        int count = 0;
        size = 0;
        int i = from;
        while (i < end) {
            byte lead = utf8[i];
            int next = i + 1;
            if (lead < 0) {
                next = i + CharacterClasses.length(lead);
                int codePoint = Utf8.codePoint(utf8, i, next - i);
                int character = units.character(codePoint);
                long needed = (i == from ? 0 : Units.after(utf8[i - 1])) | (next == end ? 0 : Units.before(utf8[next]));
                if (character >= 0 && (units.conditions(codePoint) & needed) == needed) {
                    count += add(character, out);
                    i = next;
                    continue;
                }
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

    /** Adds a unit, and gives the tokens of those before it if nothing merges across. */
    private int add(int unit, @Nullable Ids out) {
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

    private int flush(@Nullable Ids out) {
        int count = size;
        size = 0;
        if (count > SHORT) {
            count = LongMerge.merge(parts, count, pairs);
        } else if (count > 1) {
            count = mergeShort(count);
        }
        if (out != null) {
            out.add(parts, count);
        }
        return count;
    }

    /**
     * Keeps the parts where they are and their places in the bits of a word, and each possible merge as its rank with its
     * place below, so that the least of these is the next one to do: nothing moves and hardly anything branches.
     */
    private int mergeShort(int units) {
        int[] part = parts;
        int[] waiting = merges;
        for (int i = 0; i + 1 < units; i++) {
            waiting[i] = pack(pairs.merge(part[i], part[i + 1], recent), i);
        }
        long live = -1L >>> 64 - units;
        while (true) {
            int least = NOTHING;
            for (int i = 0; i < units - 1; i++) {
                least = Math.min(least, waiting[i]);
            }
            if (least == NOTHING) {
                break;
            }
            int at = least & 63;
            int token = pairs.merged(least >>> 6);
            part[at] = token;
            long above = live & -2L << at;
            int gone = Long.numberOfTrailingZeros(above);
            live ^= 1L << gone;
            above &= above - 1;
            waiting[gone] = NOTHING;
            waiting[at] = above == 0 ? NOTHING : pack(pairs.merge(token, part[Long.numberOfTrailingZeros(above)], recent), at);
            long below = live & (1L << at) - 1;
            if (below != 0) {
                int before = 63 - Long.numberOfLeadingZeros(below);
                waiting[before] = pack(pairs.merge(part[before], token, recent), before);
            }
        }
        int count = 0;
        for (long left = live; left != 0; left &= left - 1) {
            part[count++] = part[Long.numberOfTrailingZeros(left)];
        }
        return count;
    }

    private static int pack(int merge, int at) {
        return merge == PairTable.NONE ? NOTHING : merge << 6 | at;
    }
}
