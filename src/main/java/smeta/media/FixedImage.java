package smeta.media;

/** The same number of tokens for every picture: Gemini 1.5 (258). Source of the number: the catalogue. */
record FixedImage(long tokens) implements ImageRule {
    static final String NAME = "fixed";

    static FixedImage from(Parameters p) {
        return new FixedImage(p.whole("tokens"));
    }

    @Override
    public Measured measure(ImageFacts image) {
        return Measured.exact(tokens, tokens + " a picture");
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "The same for every picture, whatever its size and detail.",
                Long.toString(tokens),
                "https://ai.google.dev/gemini-api/docs/tokens",
                "2025-01-31");
    }
}
