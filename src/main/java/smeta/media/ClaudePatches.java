package smeta.media;

/**
 * Claude's current rule: {@code ⌈w/28⌉ × ⌈h/28⌉} after shrinking.
 *
 * <p>A picture is shrunk to the largest size of the same shape whose sides, padded to a multiple of 28 px, are at most
 * {@code max_edge} and whose patches are at most {@code max_tokens}: standard 1568 and 1568, from Claude 4.7 on 2576
 * and 4784. The published reference searches the longer side by halving and rounds the other half to even, as Python
 * does; so does this. Source: Anthropic, "Coordinates and bounding boxes", as of 2026-08-02; "Vision", as of
 * 2026-09-29.
 */
record ClaudePatches(long maxEdge, long maxTokens) implements ImageRule {
    static final String NAME = "claude-patches";
    private static final long PATCH = 28;

    static ClaudePatches from(Parameters p) {
        return new ClaudePatches(p.whole("max_edge"), p.whole("max_tokens"));
    }

    @Override
    public Measured measure(ImageFacts image) {
        Pixels size = image.size();
        if (size == null) {
            return Measured.between(
                    1,
                    patches(resized(Pixels.ASSUMED)),
                    maxTokens,
                    "1…" + maxTokens + " patches; size unknown, " + Pixels.ASSUMED + " assumed");
        }
        Pixels seen = resized(size);
        String how = "⌈" + seen.width() + "/28⌉ × ⌈" + seen.height() + "/28⌉";
        return Measured.exact(patches(seen), seen.equals(size) ? how : how + ", shrunk from " + size);
    }

    Pixels resized(Pixels size) {
        if (fits(size)) {
            return size;
        }
        long low = 1;
        long high = Math.min(size.longer(), maxEdge);
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (fits(shaped(size, middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return shaped(size, low);
    }

    private static Pixels shaped(Pixels size, long longer) {
        // rint is Python's round: half to even
        long shorter = Math.max(1, (long) Math.rint((double) (longer * size.shorter()) / size.longer()));
        return size.width() >= size.height() ? new Pixels(longer, shorter) : new Pixels(shorter, longer);
    }

    private boolean fits(Pixels size) {
        return Pixels.ceilDiv(size.longer(), PATCH) * PATCH <= maxEdge && patches(size) <= maxTokens;
    }

    private static long patches(Pixels size) {
        return Pixels.ceilDiv(size.width(), PATCH) * Pixels.ceilDiv(size.height(), PATCH);
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "Shrunk to the largest size of its shape with padded sides of at most " + maxEdge + " px and at most "
                        + maxTokens + " patches of 28 px, then the patches begun are counted. Detail has no meaning.",
                "⌈w/28⌉ × ⌈h/28⌉ ≤ " + maxTokens,
                "https://platform.claude.com/docs/en/build-with-claude/vision-coordinates",
                "2026-08-02");
    }
}
