package smeta.calibration;

import smeta.meter.Count;
import smeta.token.TextMaterial;
import smeta.token.TextMix;

/**
 * What the bare estimate of one prompt is made of, in tokens.
 *
 * @param text      the likely tokens of what is read for certain
 * @param textExact whether they were counted with the model's own vocabulary
 * @param turns     messages
 * @param framing   the likely tokens around the messages
 * @param tools     the likely tokens of tools' definitions
 * @param other     the likely tokens of what else is text: schemas, names, earlier reasoning
 * @param bare      all of these with the bounds of the estimate
 * @param media     pictures, sounds, films and documents
 */
public record InputParts(
        TextMix text, boolean textExact, long turns, long framing, long tools, long other, Count bare, Count media) {
    /** What stands in the prompt for the most part, which tells how far estimates of such prompts are off. */
    public String kind() {
        return (textExact ? "exact" : kindOfText()) + (tools > 0 ? "+tools" : "") + (other > 0 ? "+other" : "");
    }

    private String kindOfText() {
        long total = text.total();
        long letters = 0;
        TextMaterial most = TextMaterial.LATIN;
        for (TextMaterial material : TextMaterial.values()) {
            if (material.isLetters()) {
                letters += text.of(material);
                most = letters(material) > letters(most) ? material : most;
            }
        }
        if ((total - letters) * 100 > total * 35) {
            return "code";
        }
        return letters(most) * 100 >= letters * 60 ? wireName(most) : "mixed";
    }

    /** Capitals are letters of the language that has them. */
    private long letters(TextMaterial material) {
        return switch (material) {
            case LATIN -> text.of(material) + text.of(TextMaterial.CAPITAL);
            case CAPITAL -> 0;
            default -> text.of(material);
        };
    }

    public static String wireName(TextMaterial material) {
        return material.name().toLowerCase(java.util.Locale.ROOT);
    }
}
