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
    /** Apostrophes of English contractions (I'm, they've), which some vocabularies split off and some don't. */
    static final int CONTRACTIONS = WORDS + 11;
    /** Others between Latin letters: zo'n, l'eau. */
    static final int APOSTROPHES = WORDS + 12;
    /** The first of the columns of {@link TokenRanks}. */
    static final int RANKS = WORDS + 13;

    static final int COUNT = RANKS + TokenRanks.COLUMNS;

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
            if (now != before && (c == '\'' || c == '\u2019')) {
                apostrophe(text, i);
            }
            if (now != before || now == SPACE) {
                runs(now, before, beforeThat);
            }
            beforeThat = before;
            before = now;
        }
        return this;
    }

    private void apostrophe(String text, int at) {
        if (isLatin(text, at - 1) && isLatin(text, at + 1)) {
            int ending = text.charAt(at) == '\'' ? ending(text, at + 1) : 0;
            counts[ending > 0 && !isLatin(text, at + 1 + ending) ? CONTRACTIONS : APOSTROPHES]++;
        }
    }

    /** Length of what begins like the end of an English contraction; 0 if nothing does. */
    private static int ending(String text, int at) {
        char first = lower(text, at);
        if (first == 's' || first == 'd' || first == 'm' || first == 't') {
            return 1;
        }
        char second = lower(text, at + 1);
        boolean two = first == 'l' && second == 'l' || (first == 'v' || first == 'r') && second == 'e';
        return two ? 2 : 0;
    }

    /** An ASCII letter in lower case, others as they are; 0 beyond the end. */
    private static char lower(String text, int at) {
        char c = at < text.length() ? text.charAt(at) : 0;
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && CharacterKind.ordinalOf(text.charAt(at)) <= LAST_LATIN;
    }

    /** Adds tokens of a rank's column. */
    void addRanked(int rank, long tokens) {
        counts[RANKS + rank] += tokens;
    }

    private void marks(int now, char c, char last) {
        if (now < LATIN) {
            counts[TH] += (c | 0x20) == 'h' && (last | 0x20) == 't' ? 1 : 0;
        } else {
            switch (c) {
                case 'ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', 'ß' -> counts[UMLAUTS]++;
                case 'ñ', 'á', 'é', 'í', 'ó', 'ú', 'Ñ', 'Á', 'É', 'Í', 'Ó', 'Ú' -> counts[ACUTES]++;
                default -> {}
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
