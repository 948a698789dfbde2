package smeta.estimate;

import java.time.Duration;

/** How long what is written to a provider's cache lives: more than nothing, at most 12 hours. */
public record CacheLifetime(Duration time) {
    public static final String EXPECTED = "a time like 5m or 1h";

    public static CacheLifetime parse(String text) {
        Duration time = Numbers.duration(text);
        if (time.isZero() || time.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return new CacheLifetime(time);
    }
}
