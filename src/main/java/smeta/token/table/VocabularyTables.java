package smeta.token.table;

import org.jspecify.annotations.Nullable;

/**
 * All that counting under a vocabulary looks up.
 *
 * @param ids   what the family calls a token; {@code null} if that is its number
 * @param first the certain merges of ASCII
 * @param late  tables that texts may need; {@code null} if these can't be made
 */
public record VocabularyTables(
        TokenLengths lengths,
        int @Nullable [] ids,
        MergeUnits units,
        PairTable pairs,
        BytePairs first,
        TokenTable tokens,
        @Nullable LateTables late) {
    /** Of a vocabulary whose merges have the numbers of their tokens, and whose tokens are all found. */
    static VocabularyTables of(int size, MergeUnits units, PairTable pairs, BytePairs first, TokenTable tokens) {
        LateTables late = pairs.ordered() ? new LateTables(size, units, pairs, tokens) : null;
        return new VocabularyTables(new TokenLengths(size, tokens), null, units, pairs, first, tokens, late);
    }

    static VocabularyTables of(VocabularyData data) {
        MergeUnits units = new MergeUnits(data);
        PairTable pairs = new PairTable(data);
        BytePairs first = new BytePairs(data, units, pairs.ordered());
        return new VocabularyTables(
                new TokenLengths(data), data.ids(), units, pairs, first, new TokenTable(data), null);
    }
}
