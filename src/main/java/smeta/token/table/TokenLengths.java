package smeta.token.table;

import org.jspecify.annotations.Nullable;

/**
 * How many bytes each token has. Only who asks for the tokens themselves needs them, so those of a vocabulary that ships are
 * neither in its file nor in memory before.
 */
public final class TokenLengths {
    private final int size;
    private final @Nullable TokenTable tokens;
    private volatile int @Nullable [] made;

    /** @param tokens finds all tokens */
    TokenLengths(int size, TokenTable tokens) {
        this.size = size;
        this.tokens = tokens;
    }

    public TokenLengths(VocabularyData data) {
        size = data.size();
        tokens = null;
        int[] lengths = new int[size];
        for (int token = 0; token < size; token++) {
            lengths[token] = data.length(token);
        }
        made = lengths;
    }

    /** How many numbers of tokens there are. */
    int size() {
        return size;
    }

    /** Bytes of a token; 0 of a number that no token has. */
    public int of(int token) {
        int[] lengths = made;
        if (lengths == null && tokens != null) {
            int[] found = new int[size];
            tokens.each((each, bytes, from, length) -> found[each] = length);
            made = found;
            lengths = found;
        }
        return lengths == null ? 0 : lengths[token];
    }
}
