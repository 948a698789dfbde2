package smeta.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gemini 2.x: {@code tokens} (258) a tile. A picture of at most {@code small} (384) px on both sides is one tile; else
 * the crop unit is {@code ⌊min(w, h) / 1.5⌋} px and every unit begun in either direction is a tile.
 *
 * <p>Google calls this rough. Whether the unit is held within {@code min_unit}…{@code max_unit} (256…768 px) isn't
 * published, so the bounds take in both; likely is the published formula, except for strips so thin that it would give
 * a unit under {@code min_unit}. {@code low} and {@code medium} are the maxima of the media-resolution table where the
 * model has them: published maxima, not counts. {@code perhapsOne} says that the vendor was seen to count one tile
 * whatever the size (Gemini 2.5 Pro, 768×1280 to 3840×2160: googleapis/python-genai#1349, 2025-09-09). Source: ai.google.dev, "Understand and count tokens"; media resolution as of 2026-09-19.
 */
record GeminiTiles(
        long tokens,
        long small,
        long minUnit,
        long maxUnit,
        @Nullable Long low,
        @Nullable Long medium,
        boolean perhapsOne)
        implements ImageRule {
    static final String NAME = "gemini-tiles";
    /** A 3072 px square under a 768 px unit: taken as the most where the size isn't known. An assumption of ours. */
    private static final long MOST_TILES = 16;

    static GeminiTiles from(Parameters p) {
        return new GeminiTiles(
                p.whole("tokens", 258),
                p.whole("small", 384),
                p.whole("min_unit", 256),
                p.whole("max_unit", 768),
                p.wholeOrAbsent("low"),
                p.wholeOrAbsent("medium"),
                p.word("tiles", "several", List.of("several", "perhaps-one")).equals("perhaps-one"));
    }

    @Override
    public Measured measure(ImageFacts image) {
        Long fixed = image.detail() == Detail.LOW ? low : image.detail() == Detail.MEDIUM ? medium : null;
        if (fixed != null) {
            return Measured.between(1, fixed, fixed, "at most " + fixed + " (media resolution)");
        }
        Pixels size = image.size();
        if (size == null) {
            return Measured.between(
                    tokens,
                    Pixels.product(tokens, likelyTiles(Pixels.ASSUMED)),
                    tokens * MOST_TILES,
                    "1…" + MOST_TILES + " × " + tokens + "; size unknown, " + Pixels.ASSUMED + " assumed");
        }
        if (size.longer() <= small) {
            return Measured.exact(tokens, tokens + " (at most " + small + " px)");
        }
        long published = Pixels.product(tokens, tiles(size, unit(size)));
        long held = Pixels.product(tokens, tiles(size, heldUnit(size)));
        long likely = likelyTiles(size);
        return Measured.between(
                perhapsOne ? tokens : Math.min(published, held),
                Pixels.product(tokens, likely),
                Math.max(published, held),
                likely + " × " + tokens);
    }

    private long likelyTiles(Pixels size) {
        return tiles(size, Math.max(unit(size), minUnit));
    }

    /** ⌊shorter / 1.5⌋, which is 0 for a strip of one pixel. */
    private static long unit(Pixels size) {
        return Math.max(1, size.shorter() * 2 / 3);
    }

    private long heldUnit(Pixels size) {
        return Math.min(maxUnit, Math.max(minUnit, unit(size)));
    }

    private static long tiles(Pixels size, long unit) {
        return Pixels.ceilDiv(size.width(), unit) * Pixels.ceilDiv(size.height(), unit);
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "At most " + small + " px on both sides: one tile. Else the crop unit is two thirds of the shorter"
                        + " side, and the units begun are counted. Whether the unit is held within " + minUnit + " to "
                        + maxUnit + " px isn't published; the bounds take in both.",
                "u = ⌊min(w, h) / 1.5⌋; ⌈w/u⌉ × ⌈h/u⌉ × " + tokens,
                "https://ai.google.dev/gemini-api/docs/tokens",
                "2026-09-19");
    }
}
