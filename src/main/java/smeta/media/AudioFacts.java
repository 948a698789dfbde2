package smeta.media;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a recording before it is counted.
 *
 * @param millis        length in milliseconds, or null if unknown
 * @param fromAssistant spoken by the model in an earlier turn, not by the user
 */
public record AudioFacts(@Nullable Long millis, boolean fromAssistant) {
    /** What rules take as likely where the length isn't known: one minute. An assumption of ours. */
    static final long ASSUMED_MILLIS = 60_000;
    /** A hundred years: past it a length is a defect of the file, and arithmetic stays far from overflow. */
    static final long LONGEST_MILLIS = 100L * 366 * 86_400_000;

    /** @throws IllegalArgumentException if the length is negative or more than a hundred years */
    public AudioFacts {
        check(millis);
    }

    public static AudioFacts of(long millis) {
        return new AudioFacts(millis, false);
    }

    public static AudioFacts unknown() {
        return new AudioFacts(null, false);
    }

    static void check(@Nullable Long millis) {
        if (millis != null && (millis < 0 || millis > LONGEST_MILLIS)) {
            throw new IllegalArgumentException("expected a length of 0 to " + LONGEST_MILLIS + " ms, found " + millis);
        }
    }
}
