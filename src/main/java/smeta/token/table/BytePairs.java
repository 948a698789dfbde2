package smeta.token.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The merges of any two bytes, with which most pieces start, and whether they are certain; looked up without a search.
 * Those of ASCII (128 KB) ship; those of all bytes (512 KB) are made when texts need them ({@link LateTables}).
 *
 * <p>Two bytes certainly merge with each other if that merge comes before each that joins the first one to something
 * which ends with the byte before, and each that joins the second one to something which starts with the byte after:
 * whichever merge is the first to touch either of them, it is theirs. Since each merge ranks after those that make its
 * parts, nothing that happens before depends on it, so it may be done at once.
 */
public final class BytePairs {
    private static final long NONE = PairTable.MASK;
    private static final int ASCII_BITS = 7;
    private static final int BITS = 8;
    /** What stands before the first and after the last byte: nothing merges across. */
    static final long BORDER = NONE << 2 * VocabularyData.BITS | NONE << VocabularyData.BITS | NONE;

    /** Of a byte that are looked at. */
    private final int bits;
    /**
     * By two bytes, from the lowest bits on: their merge; the first of those that join the second one to what ends in
     * the first one; the first of those that join the first one to what starts with the second one.
     */
    private final long[] pairs;

    private final int[] bytes;
    private final int @Nullable [] merged;

    private BytePairs(int bits, long[] pairs, int[] bytes, int @Nullable [] merged) {
        this.bits = bits;
        this.pairs = pairs;
        this.bytes = bytes;
        this.merged = merged;
    }

    private BytePairs(int bits, MergeUnits units, int @Nullable [] merged) {
        this(bits, new long[1 << 2 * bits], new int[1 << bits], merged);
        Arrays.fill(pairs, BORDER);
        for (int value = 0; value < bytes.length; value++) {
            bytes[value] = units.ofByte((byte) value);
        }
    }

    /** Of ASCII. @param ordered whether each merge comes after those that make its parts; if not, nothing is certain */
    public BytePairs(VocabularyData data, MergeUnits units, boolean ordered) {
        this(ASCII_BITS, units, data.merged());
        for (int merge = 0; ordered && merge < data.left().length; merge++) {
            int left = data.left()[merge];
            int right = data.right()[merge];
            byte last = left < 0 ? -1 : data.pool()[data.starts()[left + 1] - 1];
            byte first = left < 0 ? -1 : data.pool()[data.starts()[right]];
            if (last >= 0 && first >= 0) {
                put(left, last, right, first, merge);
            }
        }
    }

    /**
     * Of all bytes, in a vocabulary whose merging starts from bytes and whose merges have the numbers of their tokens,
     * each after those that make its parts.
     *
     * @param tokens finds all tokens
     */
    BytePairs(int size, MergeUnits units, PairTable merges, TokenTable tokens) {
        this(BITS, units, null);
        byte[] first = new byte[size];
        byte[] last = new byte[size];
        tokens.each((token, found, from, length) -> {
            first[token] = found[from];
            last[token] = found[from + length - 1];
        });
        merges.each((left, right, merge) -> put(left, last[left] & 0xFF, right, first[right] & 0xFF, merge));
    }

    void write(DataOutputStream out) throws IOException {
        PackedArrays.write(pairs, out);
        PackedArrays.write(bytes, out);
    }

    static BytePairs read(TableInput in) throws IOException {
        return new BytePairs(ASCII_BITS, PackedArrays.longs(in), PackedArrays.ints(in), null);
    }

    private void put(int left, int last, int right, int first, int merge) {
        int place = last << bits | first;
        pairs[place] = with(pairs[place], merge, bytes[last] == left, bytes[first] == right);
    }

    /**
     * What is known of two neighbours, with a merge of what ends in the first one and what starts with the second one.
     *
     * @param leftIsOne  whether the left part of the merge is nothing but the first one
     * @param rightIsOne whether the right part is nothing but the second one
     */
    static long with(long known, int merge, boolean leftIsOne, boolean rightIsOne) {
        long both = leftIsOne && rightIsOne ? Math.min(merge, known & NONE) : known & NONE;
        long second = known >>> VocabularyData.BITS & NONE;
        long before = known >>> 2 * VocabularyData.BITS & NONE;
        second = rightIsOne ? Math.min(merge, second) : second;
        before = leftIsOne ? Math.min(merge, before) : before;
        return before << 2 * VocabularyData.BITS | second << VocabularyData.BITS | both;
    }

    /** 1 if two neighbours certainly merge, else 0, by what is known of them and of each with its other neighbour. */
    static int certain(long pair, long before, long after) {
        long merge = pair & NONE;
        long firstWithBefore = before >>> VocabularyData.BITS & NONE;
        long secondWithAfter = after >>> 2 * VocabularyData.BITS;
        return (int) ((merge - firstWithBefore & merge - secondWithAfter) >>> 63);
    }

    /** The token of a single byte of those that are looked at. */
    public int token(int value) {
        return bytes[value];
    }

    /** The merge of two bytes of those that are looked at; {@link PairTable#MASK} if they don't merge. */
    public int merge(int left, int right) {
        return (int) (pairs[left << bits | right] & NONE);
    }

    /** Whether the two bytes from there on, if this is of all bytes, never merge with each other alone. */
    public boolean apart(byte[] utf8, int i) {
        return (pairs[(utf8[i] & 0xFF) << BITS | utf8[i + 1] & 0xFF] & NONE) == NONE;
    }

    /**
     * Writes the tokens of single bytes and of any two that certainly merge, and gives their number; -1 if not all are
     * of ASCII, or, if this is of all bytes, if some are of a character of three, which is better taken whole. Two adjacent pairs are never both certain,
     * since each would have to come before the other.
     *
     * @param to has room for one more than there are bytes, from the second place on
     */
    public int place(byte[] utf8, int from, int end, int[] to) {
        int mask = bytes.length - 1;
        int place = 1;
        int all = utf8[from];
        int wide = 0;
        int first = all & mask;
        long before = BORDER;
        int joined = 0;
        int second = from + 1 < end ? utf8[from + 1] : 0;
        long pair = from + 1 < end ? pairs[first << bits | second & mask] : BORDER;
        for (int i = from; i < end; i++) {
            all |= second;
            wide |= (first ^ 0xE0) - 0x10;
            int third = i + 2 < end ? utf8[i + 2] : 0;
            long after = i + 2 < end ? pairs[(second & mask) << bits | third & mask] : BORDER;
            long merge = pair & NONE;
            int certain = certain(pair, before, after);
            int token = bytes[first];
            if (merged == null) {
                to[place] = token ^ (token ^ (int) merge) & -certain;
            } else {
                to[place] = certain == 0 ? token : merged[(int) merge];
            }
            place += 1 - joined;
            joined = certain;
            first = second & mask;
            second = third;
            before = pair;
            pair = after;
        }
        boolean known = bits == ASCII_BITS ? all >= 0 : wide >= 0;
        return known ? place - 1 : -1;
    }
}
