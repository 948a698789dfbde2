package smeta.token.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The merges of any two characters of ASCII, with which most pieces start, and whether they are certain: 128 KB that
 * are looked up without a search.
 *
 * <p>Two characters certainly merge with each other if that merge comes before each that joins the first one to
 * something which ends with the character before, and each that joins the second one to something which starts with the
 * character after: whichever merge is the first to touch either of them, it is theirs. Since each merge ranks after
 * those that make its parts, nothing that happens before depends on it, so it may be done at once.
 */
public final class AsciiPairs {
    private static final long NONE = PairTable.MASK;
    /** What stands before the first and after the last character: nothing merges across. */
    private static final long BORDER = NONE << 2 * VocabularyData.BITS | NONE << VocabularyData.BITS | NONE;

    /**
     * By two characters, from the lowest bits on: their merge; the first of those that join the second one to what ends
     * in the first one; the first of those that join the first one to what starts with the second one.
     */
    private final long[] pairs;

    private final int[] characters;
    private final int @Nullable [] merged;

    private AsciiPairs(long[] pairs, int[] characters, int @Nullable [] merged) {
        this.pairs = pairs;
        this.characters = characters;
        this.merged = merged;
    }

    /** @param ordered whether each merge comes after those that make its parts; if not, nothing is certain */
    public AsciiPairs(VocabularyData data, MergeUnits units, boolean ordered) {
        this(new long[1 << 14], new int[128], data.merged());
        Arrays.fill(pairs, BORDER);
        for (int c = 0; c < 128; c++) {
            characters[c] = units.ofByte((byte) c);
        }
        for (int merge = data.left().length - 1; ordered && merge >= 0; merge--) {
            int left = data.left()[merge];
            if (left >= 0) {
                put(data, merge, left, data.right()[merge]);
            }
        }
    }

    void write(DataOutputStream out) throws IOException {
        PackedArrays.write(pairs, out);
        PackedArrays.write(characters, out);
    }

    static AsciiPairs read(ByteBuffer in) {
        return new AsciiPairs(PackedArrays.longs(in), PackedArrays.ints(in), null);
    }

    private void put(VocabularyData data, int merge, int left, int right) {
        byte last = data.pool()[data.starts()[left + 1] - 1];
        byte first = data.pool()[data.starts()[right]];
        if (last < 0 || first < 0) {
            return;
        }
        boolean leftIsOne = characters[last] == left;
        boolean rightIsOne = characters[first] == right;
        long found = pairs[last << 7 | first];
        if (rightIsOne) {
            found = found & ~(NONE << VocabularyData.BITS) | (long) merge << VocabularyData.BITS;
        }
        if (leftIsOne) {
            found = found & ~(NONE << 2 * VocabularyData.BITS) | (long) merge << 2 * VocabularyData.BITS;
        }
        if (leftIsOne && rightIsOne) {
            found = found & ~NONE | merge;
        }
        pairs[last << 7 | first] = found;
    }

    /**
     * Writes the tokens of single characters and of any two that certainly merge, and gives their number; -1 if not all
     * characters are ASCII. Two adjacent pairs are never both certain, since each would have to come before the other.
     *
     * @param to has room for one more than there are characters, from the second place on
     */
    public int place(byte[] utf8, int from, int end, int[] to) {
        int place = 1;
        int all = utf8[from];
        int first = all & 0x7F;
        long before = BORDER;
        int joined = 0;
        int second = from + 1 < end ? utf8[from + 1] : 0;
        long pair = from + 1 < end ? pairs[first << 7 | second & 0x7F] : BORDER;
        for (int i = from; i < end; i++) {
            all |= second;
            int third = i + 2 < end ? utf8[i + 2] : 0;
            long after = i + 2 < end ? pairs[second << 7 & 0x3F80 | third & 0x7F] : BORDER;
            long merge = pair & NONE;
            long firstWithBefore = before >>> VocabularyData.BITS & NONE;
            long secondWithAfter = after >>> 2 * VocabularyData.BITS;
            int certain = (int) ((merge - firstWithBefore & merge - secondWithAfter) >>> 63);
            int character = characters[first];
            if (merged == null) {
                to[place] = character ^ (character ^ (int) merge) & -certain;
            } else {
                to[place] = certain == 0 ? character : merged[(int) merge];
            }
            place += 1 - joined;
            joined = certain;
            first = second & 0x7F;
            second = third;
            before = pair;
            pair = after;
        }
        return all < 0 ? -1 : place - 1;
    }
}
