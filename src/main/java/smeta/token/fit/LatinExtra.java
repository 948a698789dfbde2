package smeta.token.fit;

/** What a token of Latin script may cost more: where o200k needs many, and where letters tell another language. */
enum LatinExtra {
    /** From 0 where o200k needs 0.8 of the expected tokens to 1 where it needs 1.8 times as many. */
    DENSE,
    /** 1 without the pair "th", 0 where it is as frequent as in English; a half where there are no letters to tell. */
    FOREIGN,
    UMLAUTS,
    ACUTES;

    /** From 0 to 1. @param density o200k tokens for each expected one */
    double of(TextFeatures features, double density) {
        long letters = features.of(CharacterKind.LOWER)
                + features.of(CharacterKind.UPPER)
                + features.of(CharacterKind.LATIN)
                + features.of(CharacterKind.LATINEXT);
        return switch (this) {
            case DENSE -> Math.min(1, Math.max(0, density - 0.8));
            case FOREIGN -> 1 - Math.min(1, 50 * (features.of(TextFeatures.TH) + 0.5) / (letters + 50));
            case UMLAUTS -> Math.min(1, 60.0 * features.of(TextFeatures.UMLAUTS) / (letters + 30));
            case ACUTES -> Math.min(1, 40.0 * features.of(TextFeatures.ACUTES) / (letters + 30));
        };
    }
}
