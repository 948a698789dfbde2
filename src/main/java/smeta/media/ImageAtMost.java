package smeta.media;

/** Only a maximum is published (DeepSeek vision: 384 tokens a picture, 2026-08). Low 1, likely and high the maximum. */
record ImageAtMost(long tokens) implements ImageRule {
    static final String NAME = "at-most";

    static ImageAtMost from(Parameters p) {
        return new ImageAtMost(p.whole("tokens"));
    }

    @Override
    public Measured measure(ImageFacts image) {
        return Measured.between(1, tokens, tokens, "at most " + tokens + ", only the maximum is published");
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "Only the maximum of a picture is published.",
                "≤ " + tokens,
                "https://api-docs.deepseek.com",
                "2026-08-31");
    }
}
