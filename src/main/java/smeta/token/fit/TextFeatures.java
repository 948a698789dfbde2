package smeta.token.fit;

import java.util.Arrays;

/**
 * What an estimate looks at in a text: how many characters of each {@link CharacterKind} and how many runs of them
 * there are. Adds up over texts.
 */
final class TextFeatures {
    /** Runs, after the character classes in the order of columns. */
    static final int WORDS = CharacterKind.values().length;

    static final int CAMEL = WORDS + 1;
    /** Marks of languages: the pair "th" of English, letters of German and its neighbours, of Spanish and its. */
    static final int TH = WORDS + 2;

    static final int UMLAUTS = WORDS + 3;
    static final int ACUTES = WORDS + 4;
    static final int DIGIT_RUNS = WORDS + 5;
    static final int PUNCT_RUNS = WORDS + 6;
    static final int SPACE_RUNS = WORDS + 7;
    static final int RUN_SPACES = WORDS + 8;
    static final int NEWLINE_RUNS = WORDS + 9;
    static final int TEXTS = WORDS + 10;
    static final int COUNT = WORDS + 11;

    private static final int LOWER = CharacterKind.LOWER.ordinal();
    private static final int UPPER = CharacterKind.UPPER.ordinal();
    private static final int LATIN = CharacterKind.LATIN.ordinal();
    private static final int LAST_LATIN = CharacterKind.LATINEXT.ordinal();
    private static final int DIGIT = CharacterKind.DIGIT.ordinal();
    private static final int PUNCT = CharacterKind.PUNCT.ordinal();
    private static final int SPACE = CharacterKind.SPACE.ordinal();
    private static final int NEWLINE = CharacterKind.NEWLINE.ordinal();

    private final long[] counts = new long[COUNT];

    long of(int column) {
        return counts[column];
    }

    long of(CharacterKind characters) {
        return counts[characters.ordinal()];
    }

    long[] columns() {
        return Arrays.copyOf(counts, COUNT);
    }

    /** Adds the text's features; an empty text has none. */
    TextFeatures add(String text) {
        int length = text.length();
        counts[TEXTS] += length == 0 ? 0 : 1;
        int before = -1;
        int beforeThat = -1;
        char last = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int now;
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                now = CharacterKind.ordinalOf(c, text.charAt(++i));
            } else {
                now = CharacterKind.ordinalOf(c);
            }
            counts[now]++;
            if (now <= LATIN) {
                marks(now, c, last);
            }
            last = c;
            if (now != before || now == SPACE) {
                runs(now, before, beforeThat);
            }
            beforeThat = before;
            before = now;
        }
        return this;
    }

    private void marks(int now, char c, char last) {
        if (now < LATIN) {
            counts[TH] += (c | 0x20) == 'h' && (last | 0x20) == 't' ? 1 : 0;
        } else {
            switch (c) {
                case 'ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', 'ß' -> counts[UMLAUTS]++;
                case 'ñ', 'á', 'é', 'í', 'ó', 'ú', 'Ñ', 'Á', 'É', 'Í', 'Ó', 'Ú' -> counts[ACUTES]++;
                default -> { }
            }
        }
    }

    private void runs(int now, int before, int beforeThat) {
        if (now <= LAST_LATIN) {
            if (before < 0 || before > LAST_LATIN) {
                counts[WORDS]++;
            } else if (now == UPPER && before == LOWER) {
                counts[CAMEL]++;
            }
        } else if (now == SPACE) {
            if (before == SPACE) {
                counts[SPACE_RUNS] += beforeThat == SPACE ? 0 : 1;
                counts[RUN_SPACES] += beforeThat == SPACE ? 1 : 2;
            }
        } else if (now == DIGIT) {
            counts[DIGIT_RUNS]++;
        } else if (now == PUNCT) {
            counts[PUNCT_RUNS]++;
        } else if (now == NEWLINE) {
            counts[NEWLINE_RUNS]++;
        }
    }
}
