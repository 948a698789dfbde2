package smeta.token.table;

import org.jspecify.annotations.Nullable;

/**
 * All that counting under a vocabulary looks up.
 *
 * @param starts where a token's bytes start if all are set in a row; one more entry than there are tokens
 * @param ids    what the family calls a token; {@code null} if that is its number
 */
public record VocabularyTables(int[] starts, int @Nullable [] ids, MergeUnits units, PairTable pairs, AsciiPairs first,
                        TokenTable tokens) {
    static VocabularyTables of(VocabularyData data) {
        MergeUnits units = new MergeUnits(data);
        PairTable pairs = new PairTable(data);
        AsciiPairs first = new AsciiPairs(data, units, pairs.ordered());
        return new VocabularyTables(data.starts(), data.ids(), units, pairs, first, new TokenTable(data));
    }
}
