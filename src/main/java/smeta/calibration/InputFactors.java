package smeta.calibration;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.token.TextMaterial;

/**
 * What turns the bare estimate of a prompt into the likely truth.
 *
 * @param all        of the text, in millionths
 * @param materials  of those materials of which enough came, in millionths; the others have the factor of all
 * @param perMessage tokens that each message has besides the estimated framing, in thousandths; may be below zero
 * @param perRequest likewise for the request, as of a system prompt that the vendor adds
 * @param tools      of the tools' definitions, in millionths; null if too few lines had any
 */
public record InputFactors(
        long all,
        Map<TextMaterial, Long> materials,
        long perMessage,
        long perRequest,
        @Nullable Long tools) {
    private static final long MILLION = 1_000_000;

    public InputFactors {
        EnumMap<TextMaterial, Long> copy = new EnumMap<>(TextMaterial.class);
        copy.putAll(materials);
        materials = Collections.unmodifiableMap(copy);
    }

    /** One factor for all text, and nothing else. */
    static InputFactors only(long all) {
        return new InputFactors(all, new EnumMap<>(TextMaterial.class), 0, 0, null);
    }

    public Prediction apply(InputParts parts) {
        long text = 0;
        for (TextMaterial material : TextMaterial.values()) {
            text += parts.text().of(material) * factor(material, parts.textExact()) / MILLION;
        }
        long framing = Math.max(0, parts.framing() * 1000 + parts.turns() * perMessage + perRequest);
        long definitions = parts.tools() * (tools == null ? MILLION : tools) / 1000;
        return new Prediction(tokens(text), tokens(framing), tokens(definitions), parts.other());
    }

    /** A vocabulary that is known is not corrected. */
    private long factor(TextMaterial material, boolean exact) {
        return exact ? MILLION : materials.getOrDefault(material, all);
    }

    private static long tokens(long thousandths) {
        return (thousandths + 500) / 1000;
    }
}
