package smeta.token;

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
record Lexicon(int[] starts, byte[] pool, int[] left, int[] right, int @Nullable [] merged, int @Nullable [] ids) {
    /** Numbers of tokens and of merges are packed into this many bits. */
    static final int BITS = 20;

    Lexicon {
        if (starts.length > 1 << BITS || left.length > 1 << BITS) {
            throw new IllegalArgumentException("expected at most " + (1 << BITS) + " tokens and merges, found "
                    + (starts.length - 1) + " and " + left.length);
        }
    }

    int size() {
        return starts.length - 1;
    }

    int length(int token) {
        return starts[token + 1] - starts[token];
    }
}
