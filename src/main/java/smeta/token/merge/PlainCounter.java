package smeta.token.merge;

import smeta.token.CountingInterrupted;
import smeta.token.split.Splitter;
import smeta.token.table.TokenTable;
import smeta.token.table.VocabularyTables;

/**
 * Counts one piece after another: it is a token, or merged. Remembers no pieces, so that it takes 0.2 MB where a {@link
 * TokenCounter}, which gives the same and is half as fast again, takes 1.7. For texts that are no longer than one {@link BytePairVocabulary#STRETCH}.
 */
final class PlainCounter implements TextCounter {
    private final TokenTable tokens;
    private final Merger merger;
    private long counted;

    PlainCounter(VocabularyTables tables) {
        tokens = tables.tokens();
        merger = new Merger(tables);
    }

    /** Bytes of the texts so far. */
    long counted() {
        return counted;
    }

    @Override
    public long count(byte[] utf8, Splitter splitter, long limit) {
        counted += utf8.length;
        long count = 0;
        int at = 0;
        while (at < utf8.length && count <= limit) {
            int end = splitter.end(utf8, at, utf8.length);
            boolean token = tokens.find(utf8, at, end) != TokenTable.NONE;
            count += token ? 1 : merger.merge(utf8, at, end, null);
            at = end;
        }
        CountingInterrupted.check();
        return count;
    }
}
