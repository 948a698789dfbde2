package smeta.media;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gemini 3: a picture is laid on a grid of its own shape that has at most so many fields, by media resolution, whatever
 * its size. Google publishes only the maxima: ai.google.dev, "Media resolution", last updated 2026-09-19. The grid
 * follows from counts of {@code countTokens} (AlaskanTuna/Rokabot#121, 2026-08-18: of at most 1,120 a square has 33² =
 * 1,089, 1024×512 has 47 × 23 = 1,081, 2048×512 has 66 × 16 = 1,056), so the upper bound stays at the maximum.
 *
 * @param unspecifiedMost where it isn't certain which resolution a model takes unless it is told, the highest of them
 */
record GeminiResolution(long low, long medium, long high, long ultraHigh, long unspecified, long unspecifiedMost)
        implements ImageRule {
    static final String NAME = "gemini-resolution";

    static GeminiResolution from(Parameters p) {
        long high = p.whole("high");
        long unspecified = p.whole("unspecified", high);
        GeminiResolution rule = new GeminiResolution(
                p.whole("low"),
                p.whole("medium"),
                high,
                p.whole("ultra_high", high),
                unspecified,
                p.whole("unspecified_most", unspecified));
        if (rule.unspecifiedMost < unspecified) {
            p.defect("found unspecified_most " + rule.unspecifiedMost + ", expected at least " + unspecified);
        }
        return rule;
    }

    @Override
    public Measured measure(ImageFacts image) {
        return switch (image.detail()) {
            case LOW -> of(image.size(), low, low, "low");
            case MEDIUM -> of(image.size(), medium, medium, "medium");
            case HIGH -> of(image.size(), high, high, "high");
            case ULTRA_HIGH -> of(image.size(), ultraHigh, ultraHigh, "ultra high");
            case AUTO, ORIGINAL, HIGH_RESOLUTION -> of(image.size(), unspecified, unspecifiedMost, "unspecified");
        };
    }

    private static Measured of(@Nullable Pixels size, long fields, long most, String resolution) {
        Pixels seen = size == null ? Pixels.ASSUMED : size;
        long across = side(fields, seen.width(), seen.height());
        long down = side(fields, seen.height(), seen.width());
        return Measured.between(
                size == null ? 1 : across * down,
                across * down,
                most,
                across + " × " + down + ", at most " + most + " (" + resolution + ")"
                        + (size == null ? "; size unknown, " + Pixels.ASSUMED + " assumed" : ""));
    }

    /** {@code ⌊√(fields × this side / the other)⌋}, in whole numbers. */
    private static long side(long fields, long side, long other) {
        BigInteger square =
                BigInteger.valueOf(fields).multiply(BigInteger.valueOf(side)).divide(BigInteger.valueOf(other));
        return Math.max(1, Math.min(fields, square.sqrt().longValueExact()));
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "A grid of the picture's shape with at most so many fields, by media resolution, whatever its size;"
                        + " the maxima are published, the grid follows from measured counts.",
                "⌊√(n·w/h)⌋ × ⌊√(n·h/w)⌋; n: low " + low + ", medium " + medium + ", high " + high + ", ultra_high "
                        + ultraHigh + ", unspecified " + unspecified
                        + (unspecifiedMost > unspecified ? " to " + unspecifiedMost : ""),
                "https://ai.google.dev/gemini-api/docs/media-resolution",
                "2026-09-19");
    }
}
