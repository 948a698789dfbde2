package smeta.prompt;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a body says about the vendor's cache besides its marks.
 *
 * @param onlyMarked true if nothing but what is marked may be written
 * @param lifetime   of whatever is written; null if the body doesn't say
 */
public record CacheOptions(boolean onlyMarked, @Nullable Duration lifetime) {
    public static final CacheOptions NONE = new CacheOptions(false, null);
}
