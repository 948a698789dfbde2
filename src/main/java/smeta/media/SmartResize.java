package smeta.media;

import org.jspecify.annotations.Nullable;

/**
 * Qwen-VL: {@code w̄/factor × h̄/factor + extra}, after {@code smart_resize} to multiples of {@code factor} px.
 *
 * <p>Each side is rounded to a multiple (half to even, as Python's {@code round}); over the most pixels both are shrunk
 * by a common factor and cut down, under the fewest enlarged and cut up. The request's {@code max_pixels} replaces the
 * default up to {@code high_tokens}; {@code vl_high_resolution_images} takes {@code high_tokens} and overrides it. The
 * service refuses shapes beyond 200 : 1; they are counted all the same, at most as the limit.
 * Whether models of 32 px count 28 px in high resolution isn't clear from the pages; the bounds take in both.
 *
 * <p>The published algorithm is in floating point and is reproduced in it. Source: help.aliyun.com, "视觉理解", as of
 * 2026-10; QwenLM qwen-vl-utils.
 */
record SmartResize(
        long factor,
        long minTokens,
        long maxTokens,
        @Nullable Long highTokens,
        long extra) implements ImageRule {
    static final String NAME = "qwen-smart-resize";
    private static final long NEWER = 32;
    private static final long OLDER = 28;

    static SmartResize from(Parameters p) {
        SmartResize rule = new SmartResize(
                p.whole("factor"),
                p.whole("min_tokens", 4),
                p.whole("max_tokens"),
                p.wholeOrAbsent("high_tokens"),
                p.whole("extra", 0));
        if (rule.factor > 4096 || rule.minTokens > rule.maxTokens) {
            p.defect("found factor " + rule.factor + ", min_tokens " + rule.minTokens + ", max_tokens " + rule.maxTokens
                    + ", expected a factor of 1 to 4096 and min_tokens up to max_tokens");
        }
        return rule;
    }

    @Override
    public Measured measure(ImageFacts image) {
        long most = mostTokens(image);
        long fewest = fewestTokens(image, most);
        Pixels size = image.size();
        if (size == null) {
            return Measured.between(
                    fewest + extra,
                    tokens(Pixels.ASSUMED, fewest, most),
                    most + extra,
                    fewest + "…" + most + " + " + extra + "; size unknown, " + Pixels.ASSUMED + " assumed");
        }
        Pixels seen = resized(size, factor, (double) fewest * factor * factor, (double) most * factor * factor);
        long tokens = tokens(size, fewest, most);
        long other = image.detail() == Detail.HIGH_RESOLUTION && highTokens != null && factor == NEWER
                ? new SmartResize(OLDER, minTokens, maxTokens, highTokens, extra).tokens(size, fewest, most)
                : tokens;
        return Measured.between(
                tokens,
                tokens,
                other,
                seen.width() / factor + " × " + seen.height() / factor + " + " + extra
                        + (size.longer() > 200 * size.shorter() ? ", at most " + most + "; beyond 200 : 1" : ""));
    }

    private long mostTokens(ImageFacts image) {
        if (image.detail() == Detail.HIGH_RESOLUTION && highTokens != null) {
            return highTokens;
        }
        Long pixels = image.maxPixels();
        if (pixels == null) {
            return maxTokens;
        }
        long ceiling = highTokens == null ? maxTokens : Math.max(maxTokens, highTokens);
        return Math.max(minTokens, Math.min(ceiling, pixels / (factor * factor)));
    }

    private long fewestTokens(ImageFacts image, long most) {
        Long pixels = image.minPixels();
        return pixels == null ? minTokens : Math.max(minTokens, Math.min(most, pixels / (factor * factor)));
    }

    private long tokens(Pixels size, long fewest, long most) {
        double area = (double) factor * factor;
        Pixels seen = resized(size, factor, fewest * area, most * area);
        return Math.min(most, (seen.width() / factor) * (seen.height() / factor)) + extra;
    }

    /** The published {@code smart_resize}; a side is never less than one factor. */
    static Pixels resized(Pixels size, long factor, double fewestPixels, double mostPixels) {
        double width = size.width();
        double height = size.height();
        long w = multiple(Math.rint(width / factor), factor);
        long h = multiple(Math.rint(height / factor), factor);
        if ((double) w * h > mostPixels) {
            double beta = Math.sqrt(width * height / mostPixels);
            w = multiple(Math.floor(width / beta / factor), factor);
            h = multiple(Math.floor(height / beta / factor), factor);
        } else if ((double) w * h < fewestPixels) {
            double beta = Math.sqrt(fewestPixels / (width * height));
            w = multiple(Math.ceil(width * beta / factor), factor);
            h = multiple(Math.ceil(height * beta / factor), factor);
        }
        return new Pixels(w, h);
    }

    private static long multiple(double factors, long factor) {
        return Math.min(Pixels.LARGEST_SIDE / factor, Math.max(1, (long) factors)) * factor;
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "Each side is rounded to a multiple of " + factor + " px (half to even), the picture kept within "
                        + minTokens + " to " + maxTokens + " tokens"
                        + (highTokens == null ? "" : ", or " + highTokens + " with vl_high_resolution_images") + "; "
                        + extra + " more mark its begin and end.",
                "w̄/" + factor + " × h̄/" + factor + " + " + extra,
                "https://help.aliyun.com/zh/model-studio/vision",
                "2026-10-31");
    }
}
