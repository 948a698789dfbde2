package smeta.media;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a picture before it is counted. A missing size widens the bounds; nothing is fetched to find it.
 *
 * @param size      in pixels, or null if unknown
 * @param detail    as the request asks
 * @param minPixels DashScope's {@code min_pixels} of this picture (area), or null if not stated
 * @param maxPixels DashScope's {@code max_pixels} of this picture (area), or null if not stated
 */
public record ImageFacts(
        @Nullable Pixels size,
        Detail detail,
        @Nullable Long minPixels,
        @Nullable Long maxPixels) {
    public static ImageFacts of(long width, long height, Detail detail) {
        return new ImageFacts(new Pixels(width, height), detail, null, null);
    }

    public static ImageFacts unknown(Detail detail) {
        return new ImageFacts(null, detail, null, null);
    }

    ImageFacts assumed() {
        return new ImageFacts(Pixels.ASSUMED, detail, minPixels, maxPixels);
    }
}
