package smeta.media;

/**
 * Gemini 3: a constant a picture by media resolution, whatever its size. Google publishes the constants as maxima.
 * Source: ai.google.dev, "Media resolution", last updated 2026-09-19.
 */
record GeminiResolution(long low, long medium, long high, long ultraHigh, long unspecified) implements ImageRule {
    static final String NAME = "gemini-resolution";

    static GeminiResolution from(Parameters p) {
        long high = p.whole("high");
        return new GeminiResolution(
                p.whole("low"), p.whole("medium"), high, p.whole("ultra_high", high), p.whole("unspecified", high));
    }

    @Override
    public Measured measure(ImageFacts image) {
        return switch (image.detail()) {
            case LOW -> Measured.exact(low, low + " (low)");
            case MEDIUM -> Measured.exact(medium, medium + " (medium)");
            case HIGH -> Measured.exact(high, high + " (high)");
            case ULTRA_HIGH -> Measured.exact(ultraHigh, ultraHigh + " (ultra high)");
            case AUTO, ORIGINAL, HIGH_RESOLUTION -> Measured.exact(unspecified, unspecified + " (unspecified)");
        };
    }

    @Override
    public Description describe() {
        return Description.of(NAME, "A constant a picture by media resolution, whatever its size; published as maxima.",
                "low " + low + ", medium " + medium + ", high " + high + ", ultra_high " + ultraHigh + ", unspecified "
                        + unspecified,
                "https://ai.google.dev/gemini-api/docs/media-resolution", "2026-09-19");
    }
}
