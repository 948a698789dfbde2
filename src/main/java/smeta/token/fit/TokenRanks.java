package smeta.token.fit;

import smeta.token.Text;
import smeta.token.Vocabulary;

/**
 * How common the tokens of a text are. A byte-pair vocabulary numbers its tokens in the order in which they were made,
 * so a low number is a common token, which smaller vocabularies have too, and a high one is a rare token, which they
 * need several for. Of a long text only parts are looked at, evenly over it, so that it costs no more than a short one.
 */
final class TokenRanks {
    /** Numbers of o200k_base; a column ends below each, and the last has the others. */
    private static final int[] LIMITS = {2_000, 10_000, 30_000, 60_000, 100_000};

    static final int COLUMNS = LIMITS.length + 1;
    /** Characters up to which the whole text is looked at; many times what makes a share steady. */
    static final int WHOLE = 32_768;

    private static final int PARTS = 16;

    private TokenRanks() {}

    /**
     * @param vocabulary o200k
     * @param tokens     of the whole text
     */
    static void add(Text text, Vocabulary vocabulary, long tokens, TextFeatures features) {
        long[] ranked = new long[COLUMNS];
        String all = text.value();
        if (all.length() <= WHOLE) {
            count(text, vocabulary, ranked);
        } else {
            int length = WHOLE / PARTS;
            for (int part = 0; part < PARTS; part++) {
                int from = (int) ((long) (all.length() - length) * part / (PARTS - 1));
                count(Text.of(all.substring(from, from + length)), vocabulary, ranked);
            }
        }
        share(ranked, tokens, features);
    }

    private static void count(Text text, Vocabulary vocabulary, long[] ranked) {
        for (int id : vocabulary.ids(text)) {
            int column = 0;
            while (column < LIMITS.length && id >= LIMITS[column]) {
                column++;
            }
            ranked[column]++;
        }
    }

    /** As many tokens as there are, in the proportions that were seen; what rounding leaves over is of the last column. */
    private static void share(long[] ranked, long tokens, TextFeatures features) {
        long seen = 0;
        for (long one : ranked) {
            seen += one;
        }
        long left = tokens;
        for (int column = 0; column < COLUMNS; column++) {
            long part = column == COLUMNS - 1 ? left : (long) ((double) ranked[column] * tokens / seen);
            features.addRanked(column, part);
            left -= part;
        }
    }
}
