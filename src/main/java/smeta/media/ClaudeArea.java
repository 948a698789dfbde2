package smeta.media;

/**
 * Claude's old rule: {@code w · h / 750}, rounded up, at most {@code cap}, after shrinking to a longer side of
 * {@code max_edge}. Published as approximate up to Sonnet 4.6; the present page counts patches for the same models, so
 * the bounds take both rules in. Source: Anthropic, "Vision", pages of 2024 to early 2026.
 */
record ClaudeArea(long divisor, long maxEdge, long cap) implements ImageRule {
    static final String NAME = "claude-area";

    static ClaudeArea from(Parameters p) {
        return new ClaudeArea(p.whole("divisor", 750), p.whole("max_edge", 1568), p.whole("cap", 1600));
    }

    @Override
    public Measured measure(ImageFacts image) {
        Pixels size = image.size();
        Measured patches = new ClaudePatches(maxEdge, maxEdge).measure(image);
        if (size == null) {
            return Measured.between(
                    1,
                    tokens(Pixels.ASSUMED),
                    Math.max(cap, patches.tokens().high()),
                    "w × h / " + divisor + " ≤ " + cap + "; size unknown, " + Pixels.ASSUMED + " assumed");
        }
        long tokens = tokens(size);
        return Measured.between(
                patches.tokens().low(),
                tokens,
                patches.tokens().high(),
                "⌈" + size.width() + " × " + size.height() + " / " + divisor + "⌉ ≤ " + cap);
    }

    private long tokens(Pixels size) {
        return Math.min(cap, Pixels.ceilDiv(size.within(maxEdge).area(), divisor));
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "Shrunk to a longer side of " + maxEdge + " px, then pixels over " + divisor + ", at most about " + cap
                        + ". Superseded: the bounds include the patches of the present rule.",
                "⌈w × h / " + divisor + "⌉ ≤ " + cap,
                "https://docs.anthropic.com/en/docs/build-with-claude/vision",
                "2026-02-28");
    }
}
