package smeta.media;

/**
 * OpenAI's tile models: {@code base + tile × tiles}, a tile being 512 px square.
 *
 * <p>Shrink to fit {@code fit}², then to a shorter side of {@code short_side}; never enlarge (the page says "scale",
 * the service doesn't: community.openai.com 1262691); round both sides to whole pixels; count the tiles begun. Rounding
 * comes before counting (community.openai.com 1281361). {@code low} costs the base alone; {@code auto} and everything
 * else is {@code high}, as the service treats it.
 *
 * <p>Exact integers throughout. Source: OpenAI, "Images and vision", calculating costs, as of 2026-08.
 */
record OpenAiTiles(long base, long tile, long fit, long shortSide, long unit) implements ImageRule {
    static final String NAME = "openai-tiles";

    static OpenAiTiles from(Parameters p) {
        return new OpenAiTiles(
                p.whole("base"),
                p.whole("tile"),
                p.whole("fit", 2048),
                p.whole("short_side", 768),
                p.whole("unit", 512));
    }

    @Override
    public Measured measure(ImageFacts image) {
        if (image.detail() == Detail.LOW) {
            return Measured.exact(base, base + " (low)");
        }
        Pixels size = image.size();
        if (size == null) {
            long likely = tokens(tiles(Pixels.ASSUMED));
            long most = Pixels.ceilDiv(fit, unit) * Pixels.ceilDiv(Math.min(fit, shortSide), unit);
            return Measured.between(
                    tokens(1),
                    likely,
                    tokens(most),
                    base + " + " + tile + " × 1…" + most + " tiles; size unknown, " + Pixels.ASSUMED + " assumed");
        }
        long tiles = tiles(size);
        return Measured.exact(tokens(tiles), base + " + " + tiles + " × " + tile);
    }

    private long tokens(long tiles) {
        return base + Pixels.product(tile, tiles);
    }

    private long tiles(Pixels size) {
        Pixels seen = resized(size);
        return Pixels.ceilDiv(seen.width(), unit) * Pixels.ceilDiv(seen.height(), unit);
    }

    /** One scale for both steps, so that there is one rounding. */
    Pixels resized(Pixels size) {
        long longer = size.longer();
        long shorter = size.shorter();
        boolean tooLong = longer > fit;
        boolean stillTooBroad = tooLong ? shorter * fit > shortSide * longer : shorter > shortSide;
        if (stillTooBroad) {
            return size.scaled(shortSide, shorter);
        }
        return tooLong ? size.scaled(fit, longer) : size;
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "Shrunk to fit " + fit + " px square, then to a shorter side of " + shortSide
                        + " px, never enlarged, rounded to whole pixels, and cut into tiles of " + unit
                        + " px. Detail low costs the base alone; auto counts as high.",
                base + " + " + tile + " × ⌈w/" + unit + "⌉ × ⌈h/" + unit + "⌉; low: " + base,
                "https://platform.openai.com/docs/guides/images-vision",
                "2026-08-31");
    }
}
