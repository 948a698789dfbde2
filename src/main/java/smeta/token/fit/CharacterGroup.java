package smeta.token.fit;

import smeta.token.TextMaterial;

/** Columns of {@link TextFeatures} that share a ratio to the o200k count. */
enum CharacterGroup {
    LATIN(
            CharacterKind.LOWER.ordinal(),
            CharacterKind.UPPER.ordinal(),
            CharacterKind.LATIN.ordinal(),
            CharacterKind.LATINEXT.ordinal(),
            TextFeatures.WORDS,
            TextFeatures.CAMEL),
    CYRILLIC(CharacterKind.CYRILLIC.ordinal(), CharacterKind.CYRILLICEXT.ordinal()),
    GREEK(CharacterKind.GREEK.ordinal()),
    HAN(CharacterKind.HAN.ordinal()),
    KANA(CharacterKind.KANA.ordinal()),
    HANGUL(CharacterKind.HANGUL.ordinal()),
    ARABIC(CharacterKind.ARABIC.ordinal(), CharacterKind.ARABICEXT.ordinal()),
    HEBREW(CharacterKind.HEBREW.ordinal()),
    DEVANAGARI(CharacterKind.DEVANAGARI.ordinal()),
    BENGALI(CharacterKind.BENGALI.ordinal()),
    TAMIL(CharacterKind.TAMIL.ordinal()),
    DRAVIDIAN(CharacterKind.DRAVIDIAN.ordinal()),
    INDIC(CharacterKind.INDIC.ordinal()),
    THAI(CharacterKind.THAI.ordinal()),
    KHMER(CharacterKind.KHMER.ordinal()),
    MYANMAR(CharacterKind.MYANMAR.ordinal()),
    SOUTHEAST(CharacterKind.SOUTHEAST.ordinal()),
    LETTER(CharacterKind.LETTER.ordinal()),
    DIGIT(CharacterKind.DIGIT.ordinal(), TextFeatures.DIGIT_RUNS),
    PUNCT(
            CharacterKind.PUNCT.ordinal(),
            TextFeatures.PUNCT_RUNS,
            CharacterKind.CJKPUNCT.ordinal(),
            CharacterKind.OTHERPUNCT.ordinal()),
    SYMBOL(CharacterKind.SYMBOL.ordinal(), CharacterKind.EMOJI.ordinal()),
    WHITE(
            CharacterKind.SPACE.ordinal(),
            TextFeatures.SPACE_RUNS,
            TextFeatures.RUN_SPACES,
            CharacterKind.NEWLINE.ordinal(),
            TextFeatures.NEWLINE_RUNS,
            CharacterKind.CONTROL.ordinal());

    private final int[] columns;

    CharacterGroup(int... columns) {
        this.columns = columns;
    }

    TextMaterial material() {
        return switch (this) {
            case LATIN -> TextMaterial.LATIN;
            case CYRILLIC -> TextMaterial.CYRILLIC;
            case HAN, KANA -> TextMaterial.HAN;
            case DIGIT -> TextMaterial.DIGIT;
            case PUNCT, SYMBOL -> TextMaterial.MARK;
            case WHITE -> TextMaterial.SPACE;
            default -> TextMaterial.OTHER;
        };
    }

    /** What the group's columns weigh together. */
    double weigh(TextFeatures features, long[] weights) {
        double sum = 0;
        for (int column : columns) {
            sum += (double) features.of(column) * weights[column];
        }
        return sum;
    }
}
