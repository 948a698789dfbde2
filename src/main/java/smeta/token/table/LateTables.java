package smeta.token.table;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Tables of a vocabulary that are made as soon as so many words have needed them that it pays: the {@link BytePairs} of
 * all bytes, and the {@link WordPairs} of each alphabet. Thread-safe; threads may miss words that others count, which
 * puts it off a little.
 */
public final class LateTables {
    private static final int WORDS = 500;

    private final int size;
    private final MergeUnits units;
    private final PairTable merges;
    private final TokenTable tokens;
    private int words;

    private volatile @Nullable BytePairs made;
    private final int[] alphabetWords = new int[WordAlphabet.values().length];
    private final AtomicReferenceArray<@Nullable WordPairs> alphabets =
            new AtomicReferenceArray<>(alphabetWords.length);

    /** Of a vocabulary as {@link BytePairs} needs it. @param size of the numbers of tokens */
    LateTables(int size, MergeUnits units, PairTable merges, TokenTable tokens) {
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

    /** Called for each word of the alphabet that needs them; {@code null} if it doesn't pay yet, or can't be. */
    public @Nullable WordPairs forAnotherWord(WordAlphabet alphabet) {
        int place = alphabet.ordinal();
        WordPairs found = alphabets.get(place);
        if (found == null && ++alphabetWords[place] > alphabet.words()) {
            alphabetWords[place] = Integer.MIN_VALUE;
            found = WordPairs.of(alphabet, size, merges, tokens);
            alphabets.set(place, found);
        }
        return found;
    }
}
