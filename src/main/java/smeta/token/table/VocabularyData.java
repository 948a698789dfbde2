package smeta.token.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A byte-pair vocabulary as plain data, before tables are made of it. Tokens are numbered from 0; a gap in the numbers
 * is an empty token. Merges are listed in the order in which they are preferred: {@code merged[i]} is what {@code
 * left[i]} and {@code right[i]} become.
 *
 * @param starts where a token's bytes start in {@code pool}; one more entry than there are tokens
 * @param merged {@code null} if merge {@code i} makes token {@code i} (and no merge has {@code left[i] < 0})
 * @param ids    what the family calls a token; {@code null} if that is its number
 */
public record VocabularyData(
        int[] starts, byte[] pool, int[] left, int[] right, int @Nullable [] merged, int @Nullable [] ids) {
    /** Numbers of tokens and of merges are packed into this many bits. */
    public static final int BITS = 20;
    /** Greater than each number of a token. */
    public static final int NO_TOKEN = (1 << BITS) - 1;

    /** @throws IllegalArgumentException if there are more tokens or merges than {@link #BITS} can tell apart */
    public VocabularyData {
        if (starts.length > 1 << BITS || left.length > 1 << BITS) {
            throw new IllegalArgumentException("expected at most " + (1 << BITS) + " tokens and merges, found "
                    + (starts.length - 1) + " and " + left.length);
        }
    }

    /** How many numbers of tokens there are, gaps among them. */
    public int size() {
        return starts.length - 1;
    }

    int length(int token) {
        return starts[token + 1] - starts[token];
    }

    /** The last merge that makes each token, or -1. */
    int[] lastMerges() {
        int[] last = new int[size()];
        Arrays.fill(last, -1);
        for (int merge = 0; merge < left.length; merge++) {
            if (left[merge] >= 0) {
                last[merged == null ? merge : merged[merge]] = merge;
            }
        }
        return last;
    }

    /** Whether each merge comes after all those that make its parts. */
    boolean ordered() {
        int[] last = lastMerges();
        for (int merge = 0; merge < left.length; merge++) {
            if (left[merge] >= 0 && (last[left[merge]] >= merge || last[right[merge]] >= merge)) {
                return false;
            }
        }
        return true;
    }
}
