package smeta.media;

/** The same number of tokens for every picture: Gemini 2.5 Flash Image (1,290; ai.google.dev, pricing, 2026-08). */
record FixedPicture(long tokens) implements PictureRule {
    static final String NAME = "fixed";

    static FixedPicture from(Parameters p) {
        return new FixedPicture(p.whole("tokens"));
    }

    @Override
    public Measured measure(PictureFacts picture) {
        return Measured.exact(tokens, tokens + " a picture");
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "The same for every picture that the model makes.",
                Long.toString(tokens),
                "https://ai.google.dev/gemini-api/docs/pricing",
                "2026-08-21");
    }
}
