package smeta.token.fit;

import smeta.token.Precision;
import smeta.token.TextMaterial;
import smeta.token.TextMix;
import smeta.token.TokenCount;

/**
 * A family's fitted model: tokens are a weighted sum of the o200k tokens allotted to each {@link CharacterGroup} and of
 * the columns of {@link TextFeatures}; bounds are ratios to that sum, by kind and size of text, from texts that the fit
 * has not seen. Weights are millionths, ratios thousandths, all integers; the arithmetic is IEEE double with a fixed order,
 * the same on every JVM.
 *
 * @param expected o200k tokens that a column is expected to take, in millionths
 * @param shares tokens of the family for one o200k token allotted to a group, in millionths
 * @param extras by {@link LatinExtra}: more tokens for an o200k token of Latin script, in millionths
 * @param columns tokens of the family for one unit of a column, in millionths
 * @param sizes least number of likely tokens of each size class, ascending from 0
 * @param bounds by ordinal of {@link TextKind}, then by size class: low and high in thousandths of the sum
 */
record FittedEstimate(long[] expected, long[] shares, long[] extras, long[] columns, long[] sizes, int[][][] bounds) {
    /** @param texts features of all texts; @param tokens their o200k tokens; @param bytes their size in UTF-8 */
    TokenCount count(TextFeatures texts, long tokens, long bytes) {
        long number = texts.of(TextFeatures.TEXTS);
        if (number == 0) {
            return TokenCount.ZERO;
        }
        double[] parts = new double[CharacterGroup.values().length];
        double total = 0;
        for (CharacterGroup group : CharacterGroup.values()) {
            parts[group.ordinal()] = group.weigh(texts, expected);
            total += parts[group.ordinal()];
        }
        double sum = Math.max(sum(texts, tokens, parts, total), number);
        int[] bound = bounds[TextKind.of(texts, parts, total, tokens).ordinal()][size(sum)];
        long most = bytes + number;
        long likely = Math.min(most, (long) Math.floor(sum + 0.5));
        long low = Math.min(likely, Math.max(number, (long) Math.floor(sum * bound[0] / 1000)));
        long high = Math.max(likely, Math.min(most, (long) Math.ceil(sum * bound[1] / 1000)));
        return new TokenCount(low, likely, high, Precision.ESTIMATED);
    }

    private double sum(TextFeatures texts, long tokens, double[] parts, double total) {
        double sum = 0;
        if (total > 0) {
            for (int i = 0; i < parts.length; i++) {
                sum += tokens * parts[i] / total * shares[i];
            }
            double latin = tokens * parts[CharacterGroup.LATIN.ordinal()] / total;
            for (LatinExtra extra : LatinExtra.values()) {
                sum += latin * extra.of(texts, tokens * 1e6 / total) * extras[extra.ordinal()];
            }
        }
        for (int i = 0; i < TextFeatures.COUNT; i++) {
            sum += (double) texts.of(i) * columns[i];
        }
        return sum / 1e6;
    }

    /** What each group adds to the sum, by the material of its characters. */
    TextMix mix(TextFeatures texts, long tokens) {
        double[] parts = new double[CharacterGroup.values().length];
        double total = 0;
        for (CharacterGroup group : CharacterGroup.values()) {
            parts[group.ordinal()] = group.weigh(texts, expected);
            total += parts[group.ordinal()];
        }
        double[] millionths = new double[TextMaterial.values().length];
        double ranked = 0;
        for (int column = TextFeatures.RANKS; column < TextFeatures.COUNT; column++) {
            ranked += (double) texts.of(column) * columns[column];
        }
        for (CharacterGroup group : CharacterGroup.values()) {
            double part = total > 0 ? parts[group.ordinal()] / total : 0;
            double allotted = part * (tokens * shares[group.ordinal()] + ranked);
            millionths[group.material().ordinal()] += allotted + group.weigh(texts, columns);
        }
        double latin = millionths[TextMaterial.LATIN.ordinal()];
        double accented = accented(texts) * latin;
        double capital = capital(texts) * (latin - accented);
        millionths[TextMaterial.ACCENTED.ordinal()] = accented;
        millionths[TextMaterial.CAPITAL.ordinal()] = capital;
        millionths[TextMaterial.LATIN.ordinal()] = latin - accented - capital;
        long[] thousandths = new long[millionths.length];
        for (int i = 0; i < thousandths.length; i++) {
            thousandths[i] = Math.max(0, Math.round(millionths[i] / 1000));
        }
        return TextMix.of(thousandths);
    }

    /** From 0 to 1, which one marked letter in twenty is. */
    private static double accented(TextFeatures texts) {
        double marked = texts.of(CharacterKind.LATIN) + texts.of(CharacterKind.LATINEXT);
        return Math.min(1, 20 * marked / (texts.of(CharacterKind.LOWER) + texts.of(CharacterKind.UPPER) + marked + 1));
    }

    /** From 0 to 1, as many Latin letters as are capital. */
    private static double capital(TextFeatures texts) {
        double capitals = texts.of(CharacterKind.UPPER);
        return capitals / (texts.of(CharacterKind.LOWER) + capitals + 1);
    }

    private int size(double likely) {
        int found = 0;
        while (found + 1 < sizes.length && likely >= sizes[found + 1]) {
            found++;
        }
        return found;
    }
}
