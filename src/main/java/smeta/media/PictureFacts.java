package smeta.media;

import org.jspecify.annotations.Nullable;

/**
 * A picture that is asked for, in the request's own words: {@code 1024x1536}, {@code 2K}; {@code high}. Null, or the
 * word {@code auto}, leaves it to the vendor.
 */
public record PictureFacts(@Nullable String size, @Nullable String quality) {
    public static final PictureFacts UNSAID = new PictureFacts(null, null);
}
