package smeta.token;

import org.jspecify.annotations.Nullable;

/**
 * All that counting under a vocabulary looks up.
 *
 * @param starts where a token's bytes start if all are set in a row; one more entry than there are tokens
 * @param ids    what the family calls a token; {@code null} if that is its number
 */
record VocabularyTables(int[] starts, int @Nullable [] ids, MergeUnits units, PairTable pairs, FirstMerges first,
                        TokenTable tokens) {
    static VocabularyTables of(Lexicon lexicon) {
        MergeUnits units = new MergeUnits(lexicon);
        PairTable pairs = new PairTable(lexicon);
        FirstMerges first = new FirstMerges(lexicon, units, pairs.ordered());
        return new VocabularyTables(lexicon.starts(), lexicon.ids(), units, pairs, first, new TokenTable(lexicon));
    }

    Merger merger() {
        return new Merger(units, pairs, first);
    }
}
