package smeta.calibration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a log says, in numbers.
 *
 * @param key       a number made of the line that orders lines at random; it is used in memory only
 * @param model     {@code provider/id}
 * @param tokenizer of the bare estimate
 * @param framing   likewise
 * @param day       in UTC; null if the line doesn't say
 * @param parts     of the bare estimate; null if the line tells nothing about the size of prompts
 * @param truth     tokens of the prompt as reported
 * @param cached    of these, read from the cache
 * @param reply     tokens of one reply without reasoning; null if it isn't known
 * @param reasoning null if the vendor doesn't report it apart
 * @param cost      what the seller said it cost, in millionths of what it costs by the catalogue; null if it can't be told
 */
public record Observation(
        long key,
        String model,
        String tokenizer,
        String framing,
        @Nullable LocalDate day,
        @Nullable InputParts parts,
        long truth,
        long cached,
        Circumstances when,
        @Nullable Long reply,
        @Nullable Long reasoning,
        @Nullable Long cost) {
    /** Larger prompts and replies are no model's, in tokens. */
    public static final long MOST = 1_000_000_000;

    public Observation {
        if (truth < 0 || truth > MOST || cached < 0 || cached > truth || tooMuch(reply) || tooMuch(reasoning)) {
            throw new IllegalArgumentException("expected numbers of tokens from 0 to " + MOST);
        }
    }

    private static boolean tooMuch(@Nullable Long tokens) {
        return tokens != null && (tokens < 0 || tokens > MOST);
    }
}
