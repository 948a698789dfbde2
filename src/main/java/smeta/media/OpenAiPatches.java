package smeta.media;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's patch models: {@code ⌈patches × multiplier⌉}, a patch being 32 px square.
 *
 * <p>A picture over the budget of patches or the longest side is shrunk first. {@code original} has a limit of its own,
 * or none; {@code auto} is {@code high} or {@code original}, by model. {@code low} is documented as a 512 px version
 * and measured as without effect, so it lowers the lower bound only. Measurements also show one token more per picture,
 * which is the upper bound.
 *
 * <p>Where the vendor states no budget ({@code high} null), low is the 1,536 patches of the smallest published budget,
 * likely the 2,500 of the newest, high no budget at all. {@code most} is above the multiplier where the
 * vendor's page had a higher one until mid-2026: gpt-5-mini was measured at the lower, others weren't. Source: OpenAI, "Images and vision", multipliers of
 * 2026-10-05.
 */
record OpenAiPatches(
        BigDecimal multiplier,
        BigDecimal most,
        @Nullable PatchLimit high,
        @Nullable PatchLimit original,
        boolean autoIsOriginal)
        implements ImageRule {
    static final String NAME = "openai-patches";
    private static final PatchLimit SMALLEST = new PatchLimit(1536, 2048);
    private static final PatchLimit NEWEST = new PatchLimit(2500, 2048);
    private static final PatchLimit LOW = new PatchLimit(256, 512);
    private static final BigDecimal MOST = BigDecimal.valueOf(Pixels.MOST_TOKENS);
    /** Taken as high where neither the size nor a budget is known: the largest budget published for any model. */
    private static final long LARGEST_PUBLISHED = 10_000;

    static OpenAiPatches from(Parameters p) {
        BigDecimal multiplier = p.decimal("multiplier");
        BigDecimal before = p.decimalOrAbsent("multiplier_before");
        Long budget = p.wholeOrAbsent("budget");
        long maxSide = p.whole("max_side", 2048);
        String original = p.given("original");
        Long originalSide = p.wholeOrAbsent("original_max_side");
        PatchLimit originalLimit = null;
        if ("unbounded".equals(original)) {
            originalLimit = PatchLimit.NONE;
        } else if (original != null) {
            originalLimit = new PatchLimit(p.whole("original"), originalSide == null ? Long.MAX_VALUE : originalSide);
        }
        boolean auto = p.word("auto", "high", List.of("high", "original")).equals("original");
        if (auto && originalLimit == null) {
            p.defect("found auto 'original' without 'original', expected a number of patches or 'unbounded' there");
        }
        return new OpenAiPatches(
                multiplier,
                before == null ? multiplier : before.max(multiplier),
                budget == null ? null : new PatchLimit(budget, maxSide),
                originalLimit,
                auto);
    }

    @Override
    public Measured measure(ImageFacts image) {
        boolean asOriginal = image.detail() == Detail.ORIGINAL || image.detail() == Detail.AUTO && autoIsOriginal;
        PatchLimit limit = asOriginal && original != null ? original : high;
        Pixels size = image.size();
        if (size == null) {
            return ofUnknownSize(limit);
        }
        if (limit == null) {
            return Measured.between(
                    tokens(SMALLEST.count(size, false)),
                    tokens(NEWEST.count(size, false)),
                    highest(PatchLimit.NONE.count(size, false)),
                    "⌈patches × " + multiplier + "⌉; the budget isn't published: 1536, 2500 and none taken");
        }
        long patches = limit.count(size, false);
        long other = limit.count(size, true);
        long low = tokens(Math.min(patches, other));
        if (image.detail() == Detail.LOW) {
            low = Math.min(low, tokens(LOW.count(size, false)));
        }
        return Measured.between(
                low, tokens(patches), highest(Math.max(patches, other)), "⌈" + patches + " × " + multiplier + "⌉");
    }

    private Measured ofUnknownSize(@Nullable PatchLimit limit) {
        PatchLimit likely = limit == null ? NEWEST : limit;
        long likelyTokens = tokens(likely.count(Pixels.ASSUMED, false));
        String how = "⌈patches × " + multiplier + "⌉; size unknown, " + Pixels.ASSUMED + " assumed";
        if (limit == null || limit.isNone()) {
            return Measured.unbounded(
                    tokens(1),
                    likelyTokens,
                    highest(LARGEST_PUBLISHED),
                    how + "; no budget published, " + LARGEST_PUBLISHED + " patches taken as high");
        }
        return Measured.between(tokens(1), likelyTokens, highest(limit.patches()), how);
    }

    private long tokens(long patches) {
        return times(multiplier, patches);
    }

    private long highest(long patches) {
        return times(most, patches) + 1;
    }

    private static long times(BigDecimal multiplier, long patches) {
        return multiplier
                .multiply(BigDecimal.valueOf(patches))
                .min(MOST)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "Shrunk to its budget of 32 px patches and its longest side, then the patches begun are counted."
                        + " Budget: " + words(high) + "; original: "
                        + (original == null ? "not offered" : words(original))
                        + "; auto is "
                        + (autoIsOriginal ? "original" : "high") + ". Measured up to one token more a picture.",
                "⌈⌈w/32⌉ × ⌈h/32⌉ × " + multiplier + "⌉",
                "https://platform.openai.com/docs/guides/images-vision",
                "2026-10-05");
    }

    private static String words(@Nullable PatchLimit limit) {
        if (limit == null) {
            return "not published";
        }
        if (limit.isNone()) {
            return "none";
        }
        String side = limit.maxSide() == Long.MAX_VALUE ? "" : ", " + limit.maxSide() + " px";
        return limit.patches() + " patches" + side;
    }
}
