package smeta.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt about a model of a seller.
 *
 * @param model     {@code provider/id}
 * @param lines     all that were read of it
 * @param days      null if no line tells its day
 * @param tokenizer that the bare estimates were made with
 * @param framing   likewise
 * @param input     null if too few lines tell the size of the prompt
 * @param replies   without reasoning, where the vendor reports it apart
 * @param reasoning where the vendor reports it apart
 * @param cached    share of the prompts' tokens that were read from the cache, in millionths; null if too few lines tell
 * @param cost      null if too few lines tell a cost
 */
public record ModelCalibration(
        String model,
        long lines,
        @Nullable DayRange days,
        String tokenizer,
        String framing,
        @Nullable InputCalibration input,
        List<LearntLength> replies,
        List<LearntLength> reasoning,
        @Nullable Long cached,
        @Nullable CostComparison cost) {
    /** Fewer lines of a model change nothing. */
    public static final long LEAST_LINES = 50;
    /** Fewer lines change the likely count and not its bounds. */
    public static final long LINES_FOR_BOUNDS = 300;

    public ModelCalibration {
        replies = List.copyOf(replies);
        reasoning = List.copyOf(reasoning);
    }

    public boolean isUsed() {
        return lines >= LEAST_LINES;
    }

    /** Of the circumstances nearest to those; null if nothing is known. */
    public @Nullable LearntLength reply(Circumstances when) {
        return nearest(replies, when.wider());
    }

    /** As {@link #reply}, but never of another effort. */
    public @Nullable LearntLength reasoning(Circumstances when) {
        return nearest(reasoning, when.wider().subList(0, 3));
    }

    private static @Nullable LearntLength nearest(List<LearntLength> lengths, List<Circumstances> wider) {
        for (Circumstances when : wider) {
            for (LearntLength length : lengths) {
                if (length.when().equals(when)) {
                    return length;
                }
            }
        }
        return null;
    }
}
