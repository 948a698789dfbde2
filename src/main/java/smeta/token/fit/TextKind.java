package smeta.token.fit;

/** Kinds of text that have bounds of their own, told from the o200k tokens that each group is expected to take. */
enum TextKind {
    ENGLISH,
    LATIN,
    PLAIN,
    CODE,
    CYRILLIC,
    GREEK,
    CHINESE,
    JAPANESE,
    HANGUL,
    ARABIC,
    HEBREW,
    DEVANAGARI,
    BENGALI,
    TAMIL,
    DRAVIDIAN,
    INDIC,
    THAI,
    KHMER,
    MYANMAR,
    SOUTHEAST,
    LETTER,
    DIGIT,
    SYMBOL,
    BLANK,
    MIXED,
    ODD;

    /** Groups that make up a kind alone; Han and kana, and technical characters, are looked at together. */
    private static final CharacterGroup[] ALONE = {
        CharacterGroup.LATIN,
        CharacterGroup.CYRILLIC,
        CharacterGroup.GREEK,
        CharacterGroup.HANGUL,
        CharacterGroup.ARABIC,
        CharacterGroup.HEBREW,
        CharacterGroup.DEVANAGARI,
        CharacterGroup.BENGALI,
        CharacterGroup.TAMIL,
        CharacterGroup.DRAVIDIAN,
        CharacterGroup.INDIC,
        CharacterGroup.THAI,
        CharacterGroup.KHMER,
        CharacterGroup.MYANMAR,
        CharacterGroup.SOUTHEAST,
        CharacterGroup.LETTER,
        CharacterGroup.SYMBOL
    };

    /**
     * @param expected by ordinal of {@link CharacterGroup}, in millionths of a token; {@code total} is their sum
     * @param tokens o200k tokens of the texts
     */
    static TextKind of(TextFeatures features, double[] expected, double total, long tokens) {
        double found = tokens * 1e6;
        if (tokens >= 12 && (found > 1.6 * total || found < 0.6 * total)) {
            return ODD;
        }
        double digits = expected[CharacterGroup.DIGIT.ordinal()];
        double technical = expected[CharacterGroup.PUNCT.ordinal()] + expected[CharacterGroup.WHITE.ordinal()] + digits;
        double content = total - technical;
        if (content < 0.15 * total) {
            return digits * 2 > technical ? DIGIT : BLANK;
        }
        double kana = expected[CharacterGroup.KANA.ordinal()];
        double best = expected[CharacterGroup.HAN.ordinal()] + kana;
        TextKind kind = kana > 0.2 * best ? JAPANESE : CHINESE;
        for (CharacterGroup group : ALONE) {
            if (expected[group.ordinal()] > best) {
                best = expected[group.ordinal()];
                kind = valueOf(group.name());
            }
        }
        if (best < 0.7 * content) {
            return MIXED;
        }
        return kind == LATIN ? latin(features, technical > 0.3 * total) : kind;
    }

    private static TextKind latin(TextFeatures features, boolean technical) {
        long accented = features.of(CharacterKind.LATIN) + features.of(CharacterKind.LATINEXT);
        long letters = features.of(CharacterKind.LOWER) + features.of(CharacterKind.UPPER) + accented;
        if (accented * 100 >= letters) {
            return LATIN;
        }
        if (technical) {
            return CODE;
        }
        return features.of(TextFeatures.TH) * 100 >= letters ? ENGLISH : PLAIN;
    }
}
