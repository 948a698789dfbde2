package smeta.token;

/** Columns of {@link Features} that share a ratio to the o200k count. */
enum CharacterGroup {
    LATIN(CharacterClass.LOWER.ordinal(), CharacterClass.UPPER.ordinal(), CharacterClass.LATIN.ordinal(),
            CharacterClass.LATINEXT.ordinal(), Features.WORDS, Features.CAMEL),
    CYRILLIC(CharacterClass.CYRILLIC.ordinal(), CharacterClass.CYRILLICEXT.ordinal()),
    GREEK(CharacterClass.GREEK.ordinal()),
    HAN(CharacterClass.HAN.ordinal()),
    KANA(CharacterClass.KANA.ordinal()),
    HANGUL(CharacterClass.HANGUL.ordinal()),
    ARABIC(CharacterClass.ARABIC.ordinal(), CharacterClass.ARABICEXT.ordinal()),
    HEBREW(CharacterClass.HEBREW.ordinal()),
    DEVANAGARI(CharacterClass.DEVANAGARI.ordinal()),
    BENGALI(CharacterClass.BENGALI.ordinal()),
    TAMIL(CharacterClass.TAMIL.ordinal()),
    DRAVIDIAN(CharacterClass.DRAVIDIAN.ordinal()),
    INDIC(CharacterClass.INDIC.ordinal()),
    THAI(CharacterClass.THAI.ordinal()),
    KHMER(CharacterClass.KHMER.ordinal()),
    MYANMAR(CharacterClass.MYANMAR.ordinal()),
    SOUTHEAST(CharacterClass.SOUTHEAST.ordinal()),
    LETTER(CharacterClass.LETTER.ordinal()),
    DIGIT(CharacterClass.DIGIT.ordinal(), Features.DIGIT_RUNS),
    PUNCT(CharacterClass.PUNCT.ordinal(), Features.PUNCT_RUNS, CharacterClass.CJKPUNCT.ordinal(),
            CharacterClass.OTHERPUNCT.ordinal()),
    SYMBOL(CharacterClass.SYMBOL.ordinal(), CharacterClass.EMOJI.ordinal()),
    WHITE(CharacterClass.SPACE.ordinal(), Features.SPACE_RUNS, Features.RUN_SPACES, CharacterClass.NEWLINE.ordinal(),
            Features.NEWLINE_RUNS, CharacterClass.CONTROL.ordinal());

    private final int[] columns;

    CharacterGroup(int... columns) {
        this.columns = columns;
    }

    /** What the group's columns weigh together. */
    double weigh(Features features, long[] weights) {
        double sum = 0;
        for (int column : columns) {
            sum += (double) features.of(column) * weights[column];
        }
        return sum;
    }
}
