package smeta.token;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All that counting under a vocabulary looks up.
 *
 * @param starts where a token's bytes start if all are set in a row; one more entry than there are tokens
 * @param ids    what the family calls a token; {@code null} if that is its number
 */
record VocabularyTables(int[] starts, int @Nullable [] ids, Units units, PairTable pairs, FirstMerges first,
                        TokenTable tokens) {
    static VocabularyTables of(Lexicon lexicon, Units units, PairTable pairs, IntPredicate findable) {
        return new VocabularyTables(lexicon.starts(), lexicon.ids(), units, pairs,
                new FirstMerges(lexicon, units, pairs.ordered()), new TokenTable(lexicon, findable));
    }

    static VocabularyTables of(Lexicon lexicon) {
        return of(lexicon, new Units(lexicon), new PairTable(lexicon), token -> true);
    }

    Merger merger() {
        return new Merger(units, pairs, first);
    }
}
