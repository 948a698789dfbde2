package smeta.token.table;

import org.jspecify.annotations.Nullable;

/** The {@link BytePairs} of all bytes, which are made as soon as so many words have needed them that it pays. */
public final class LateBytePairs {
    private static final int WORDS = 500;

    private final int size;
    private final MergeUnits units;
    private final PairTable merges;
    private final TokenTable tokens;
    /** Threads may miss what others add, which puts it off a little. */
    private int words;

    private volatile @Nullable BytePairs made;

    /** Of a vocabulary as {@link BytePairs} needs it. @param size of the numbers of tokens */
    LateBytePairs(int size, MergeUnits units, PairTable merges, TokenTable tokens) {
        this.size = size;
        this.units = units;
        this.merges = merges;
        this.tokens = tokens;
    }

    /** Called for each word that needs them; {@code null} if it doesn't pay yet. */
    public @Nullable BytePairs forAnotherWord() {
        if (made == null && ++words > WORDS) {
            made = new BytePairs(size, units, merges, tokens);
        }
        return made;
    }
}
