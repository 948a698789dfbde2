package smeta.media;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a video before it is counted.
 *
 * @param millis length in milliseconds, or null if unknown
 * @param size   of a frame in pixels, or null if unknown
 * @param fps    frames a second that the request asks the vendor to sample, or null for the vendor's default; not the
 *               frame rate of the file
 * @param sound  whether there is a sound track, or null if unknown
 * @param detail as the request asks
 */
public record VideoFacts(
        @Nullable Long millis,
        @Nullable Pixels size,
        @Nullable BigDecimal fps,
        @Nullable Boolean sound,
        Detail detail) {
    static final BigDecimal MOST_FPS = BigDecimal.valueOf(1000);

    /** @throws IllegalArgumentException if the length is not in 0…100 years or the rate not in 0…1000, 0 excluded */
    public VideoFacts {
        AudioFacts.check(millis);
        if (fps != null && (fps.signum() <= 0 || fps.compareTo(MOST_FPS) > 0)) {
            throw new IllegalArgumentException("expected above 0 and at most 1000 frames a second, found " + fps);
        }
    }

    public static VideoFacts of(long millis) {
        return new VideoFacts(millis, null, null, null, Detail.AUTO);
    }

    public static VideoFacts unknown() {
        return new VideoFacts(null, null, null, null, Detail.AUTO);
    }
}
