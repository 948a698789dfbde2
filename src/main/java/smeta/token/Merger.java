package smeta.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Byte-pair merging of pieces that aren't tokens. The piece is cut where nothing ever merges across; a short part is merged
 * in an array, a long one through a queue. Holds the arrays that this needs, so it serves one thread at a time.
 */
final class Merger {
    private static final int SHORT = 40;
    /** Arrays longer than this are given back after use. */
    private static final int KEPT = 1 << 14;

    private final Units units;
    private final PairTable pairs;
    private int[] parts = new int[64];
    private int size;
    private final int[] merges = new int[SHORT + 1];

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
                int entry = units.character(Utf8.codePoint(utf8, i, next - i));
                int needed = (i == from ? 0 : utf8[i - 1] >= 0 ? Units.AFTER_ASCII : Units.AFTER_OTHERS)
                        | (next == end ? 0 : utf8[next] >= 0 ? Units.BEFORE_ASCII : Units.BEFORE_OTHERS);
                if ((entry & needed) == needed && entry >= 0) {
                    count += add(entry >> 4, out);
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

    private int mergeShort(int units) {
        int[] part = parts;
        int[] merge = merges;
        int count = units;
        for (int i = 0; i + 1 < count; i++) {
            merge[i] = pairs.merge(part[i], part[i + 1]);
        }
        merge[count - 1] = PairTable.NONE;
        while (true) {
            int best = 0;
            int least = merge[0];
            for (int i = 1; i < count - 1; i++) {
                if (merge[i] < least) {
                    least = merge[i];
                    best = i;
                }
            }
            if (least == PairTable.NONE) {
                return count;
            }
            count--;
            part[best] = pairs.merged(least);
            for (int i = best + 1; i < count; i++) {
                part[i] = part[i + 1];
                merge[i] = merge[i + 1];
            }
            merge[best] = best + 1 < count ? pairs.merge(part[best], part[best + 1]) : PairTable.NONE;
            if (best > 0) {
                merge[best - 1] = pairs.merge(part[best - 1], part[best]);
            }
            if (count == 1) {
                return 1;
            }
        }
    }
}
