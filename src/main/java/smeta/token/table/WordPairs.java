package smeta.token.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The merges of words in one alphabet, in so little memory that they stay near the processor. The tokens that have no
 * other bytes are numbered anew, in the same order, so that a token still has the number of its merge. The merges whose
 * first part is the same make a row, with a column for each second part; rows are laid over each other, each shifted so
 * that its merges fall on places that were free. So one look says whether two tokens merge, without a search or a
 * branch: each merge also has the last bits of its row's shift, which are different for each row.
 */
public final class WordPairs {
    private static final int TOKEN_BITS = 17;
    /** Comes after every merge, and is greater than each number of a token. */
    public static final int NONE = (1 << TOKEN_BITS) - 1;

    private static final int ROW_BITS = 32 - TOKEN_BITS;
    private static final int ROW = (1 << ROW_BITS) - 1;
    /** The row of what merges with nothing after it: its last bits are those of places where there is no merge. */
    public static final int NO_ROW = ROW;

    private static final int MASK = WordAlphabet.CODES - 1;
    private static final int SHIFT = 7;

    /** By code of a byte. */
    private final byte[] codes;

    private final int[] bytes;
    /** By the codes of two bytes, as in {@link BytePairs}. */
    private final long[] pairs;

    private final LetterPairs letters;

    /** By token: how far its row is shifted. */
    private final int[] rows;
    /** The last bits of a row's shift, and then a merge. */
    private int[] merges;

    private WordPairs(byte[] codes, int[] bytes, long[] pairs, LetterPairs letters, int tokens) {
        this.codes = codes;
        this.bytes = bytes;
        this.pairs = pairs;
        this.letters = letters;
        rows = new int[tokens];
        merges = new int[0];
    }

    /**
     * Of a vocabulary whose merging starts from bytes and whose merges have the numbers of their tokens, each after
     * those that make its parts; {@code null} if it has too many tokens.
     *
     * @param size of the numbers of tokens
     */
    static @Nullable WordPairs of(WordAlphabet alphabet, int size, PairTable pairs, TokenTable tokens) {
        byte[] codes = alphabet.codes();
        int[] ends = new int[size];
        int[] numbers = new int[size];
        Arrays.fill(numbers, -1);
        tokens.each((token, found, from, length) -> {
            int foreign = 0;
            for (int i = from; i < from + length; i++) {
                foreign |= codes[found[i] & 0xFF];
            }
            if (foreign >= 0) {
                numbers[token] = length;
                ends[token] = ends(found, from, length);
            }
        });
        int count = 0;
        int[] singles = new int[WordAlphabet.CODES];
        byte[] lengths = new byte[size];
        int[] bytes = new int[size];
        for (int token = 0; token < size; token++) {
            if (numbers[token] > 0) {
                if (numbers[token] == 1) {
                    singles[codes[ends[token] >>> 24]] = count;
                }
                lengths[count] = (byte) Math.min(numbers[token], Byte.MAX_VALUE);
                bytes[count] = ends[token];
                numbers[token] = count++;
            }
        }
        if (count >= NONE) {
            return null;
        }
        long[] known = new long[WordAlphabet.CODES << SHIFT];
        Arrays.fill(known, BytePairs.BORDER);
        int[] left = new int[count];
        int[] right = new int[count];
        Arrays.fill(left, -1);
        pairs.each((leftToken, rightToken, merge) -> {
            int token = numbers[merge];
            if (token >= 0) {
                left[token] = numbers[leftToken];
                right[token] = numbers[rightToken];
                int last = codes[ends[leftToken] & 0xFF];
                int first = codes[ends[rightToken] >>> 24];
                int place = last << SHIFT | first;
                boolean leftIsOne = singles[last] == left[token];
                boolean rightIsOne = singles[first] == right[token];
                known[place] = BytePairs.with(known[place], token, leftIsOne, rightIsOne);
            }
        });
        LetterPairs letters = LetterPairs.of(alphabet.lead(), bytes, Arrays.copyOf(lengths, count), left, right);
        WordPairs made = new WordPairs(codes, singles, known, letters, count);
        int places = Math.max(FreePlaces.LEAST, Integer.highestOneBit(count) << 1);
        return made.lay(left, right, places) || made.lay(left, right, 2 * places) ? made : null;
    }

    /** The first, the second, the last but one and the last of some bytes, from the highest bits on. */
    private static int ends(byte[] bytes, int from, int length) {
        int last = from + length - 1;
        int second = Math.min(from + 1, last);
        int lastButOne = Math.max(from, last - 1);
        return bytes[from] << 24 | (bytes[second] & 0xFF) << 16 | (bytes[lastButOne] & 0xFF) << 8 | bytes[last] & 0xFF;
    }

    /** Lays the rows over each other, the longest first, in so many places; {@code false} if some don't get any. */
    private boolean lay(int[] left, int[] right, int places) {
        int[] starts = new int[left.length + 1];
        for (int first : left) {
            if (first >= 0) {
                starts[first + 1]++;
            }
        }
        int longest = 0;
        for (int token = 0; token < left.length; token++) {
            longest = Math.max(longest, starts[token + 1]);
            starts[token + 1] += starts[token];
        }
        int[] fill = starts.clone();
        int[] made = new int[left.length];
        for (int token = 0; token < left.length; token++) {
            if (left[token] >= 0) {
                made[fill[left[token]]++] = token;
            }
        }
        merges = new int[places];
        Arrays.fill(merges, -1);
        Arrays.fill(rows, NO_ROW);
        FreePlaces free = new FreePlaces(places, ROW_BITS);
        for (int token : byLength(starts, longest)) {
            int shift = free.shift(right, made, starts[token], starts[token + 1]);
            if (shift < 0) {
                return false;
            }
            rows[token] = shift;
            for (int k = starts[token]; k < starts[token + 1]; k++) {
                merges[shift + right[made[k]] & places - 1] = shift << TOKEN_BITS | made[k];
            }
        }
        return true;
    }

    /** The tokens that have rows, those with the longest ones first. */
    private static int[] byLength(int[] starts, int longest) {
        int[] ends = new int[longest + 1];
        for (int token = 0; token + 1 < starts.length; token++) {
            ends[longest - (starts[token + 1] - starts[token])]++;
        }
        for (int i = 1; i <= longest; i++) {
            ends[i] += ends[i - 1];
        }
        int[] order = new int[longest == 0 ? 0 : ends[longest - 1]];
        for (int token = starts.length - 2; token >= 0; token--) {
            int length = starts[token + 1] - starts[token];
            if (length > 0) {
                order[--ends[longest - length]] = token;
            }
        }
        return order;
    }

    /** The row of a token. */
    public int row(int token) {
        return rows[token];
    }

    /** The merge of a token, by its row, with the one after it, which is what they become; {@link #NONE} if they don't. */
    public int merge(int row, int next) {
        int found = merges[row + next & merges.length - 1];
        int other = (found >>> TOKEN_BITS ^ row) & ROW;
        return (found | -other >> ROW_BITS) & NONE;
    }

    /** A number that no token has, nor any second part of a merge. */
    public int noToken() {
        return rows.length;
    }

    /**
     * Writes the tokens of single bytes and of any two that certainly merge ({@link BytePairs}), and gives their
     * number; -1 if not all bytes are of the alphabet.
     *
     * <p>Letters of the alphabet's first half are taken whole ({@link LetterPairs}).
     *
     * @param to has room for two more than there are bytes, from the second place on
     */
    public int place(byte[] utf8, int from, int end, int[] to) {
        int letterwise = letters.place(utf8, from, end, to);
        if (letterwise >= 0) {
            return letterwise;
        }
        int place = 1;
        int first = codes[utf8[from] & 0xFF];
        int all = first;
        long before = BytePairs.BORDER;
        int joined = 0;
        int second = from + 1 < end ? codes[utf8[from + 1] & 0xFF] : 0;
        long pair = from + 1 < end ? pairs[(first & MASK) << SHIFT | second & MASK] : BytePairs.BORDER;
        for (int i = from; i < end; i++) {
            all |= second;
            int third = i + 2 < end ? codes[utf8[i + 2] & 0xFF] : 0;
            long after = i + 2 < end ? pairs[(second & MASK) << SHIFT | third & MASK] : BytePairs.BORDER;
            int certain = BytePairs.certain(pair, before, after);
            int token = bytes[first & MASK];
            to[place] = token ^ (token ^ (int) (pair & NONE)) & -certain;
            place += 1 - joined;
            joined = certain;
            first = second;
            second = third;
            before = pair;
            pair = after;
        }
        return all < 0 ? -1 : place - 1;
    }
}
