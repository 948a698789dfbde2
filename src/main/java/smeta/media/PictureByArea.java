package smeta.media;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GPT Image 2, which takes any size of 655,360 to 8,294,400 pixels in steps of 16: a grid with 16, 48 or 96 columns
 * (low, medium, high), as many rows as keep the picture's shape, times (2,000,000 + pixels) / 4,000,000, rounded up.
 * 1024×1024 at high: 96 × 96 × 3,048,576 / 4,000,000 = 7,024, as OpenAI's calculator says. The formula was read from
 * that calculator by a user (community.openai.com/t/1382699, 2026).
 */
record PictureByArea() implements PictureRule {
    static final String NAME = "openai-area";
    private static final Map<String, Integer> COLUMNS = Map.of("low", 16, "medium", 48, "high", 96);
    private static final int LONGEST = 3840;
    /** Between the least and the most of all sizes and qualities, where nobody says them. */
    private static final long LEAST = tokens(16, 1440, 480);

    private static final long MOST = tokens(96, 2880, 2880);

    static PictureByArea from(Parameters none) {
        return new PictureByArea();
    }

    @Override
    public Measured measure(PictureFacts picture) {
        Integer columns =
                picture.quality() == null ? null : COLUMNS.get(picture.quality().toLowerCase(Locale.ROOT));
        Pixels size = size(picture.size());
        if (size == null) {
            long likely = tokens(columns == null ? 48 : columns, 1024, 1024);
            return Measured.between(
                    LEAST,
                    likely,
                    columns == null ? MOST : tokens(columns, 2880, 2880),
                    "no size is said; likely 1024x1024");
        }
        if (columns == null) {
            return Measured.between(
                    tokens(16, size.width(), size.height()),
                    tokens(48, size.width(), size.height()),
                    tokens(96, size.width(), size.height()),
                    "no quality is said; likely medium");
        }
        return Measured.exact(
                tokens(columns, size.width(), size.height()),
                columns + " columns of " + size.width() + "×" + size.height());
    }

    private static @Nullable Pixels size(@Nullable String said) {
        if (said == null || !said.matches("[1-9]\\d{1,3}x[1-9]\\d{1,3}")) {
            return null;
        }
        int width = Integer.parseInt(said.substring(0, said.indexOf('x')));
        int height = Integer.parseInt(said.substring(said.indexOf('x') + 1));
        return Math.max(width, height) > LONGEST ? null : new Pixels(width, height);
    }

    private static long tokens(long columns, long width, long height) {
        long longer = Math.max(width, height);
        long rows = (2 * columns * Math.min(width, height) + longer) / (2 * longer);
        return (columns * rows * (2_000_000 + width * height) + 3_999_999) / 4_000_000;
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "A grid of 16, 48 or 96 columns by quality, in the shape of the picture.",
                "⌈columns × rows × (2,000,000 + width × height) / 4,000,000⌉",
                "https://developers.openai.com/api/docs/guides/image-generation",
                "2026-08");
    }
}
