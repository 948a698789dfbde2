package smeta.calibration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the truth may be from a prediction. What was off on lines that the fit had not seen is measured in units of
 * what is usual for prompts of that size and kind; the bounds are quantiles of it (split-conformal prediction: Lei,
 * G'Sell, Rinaldo, Tibshirani, Wasserman, Distribution-free predictive inference for regression, JASA 2018).
 *
 * @param sizes  the usual deviation by size class of the prediction, in millionths of it; a class that too few lines
 *               had is absent
 * @param kinds  what the usual deviation is multiplied with by kind of prompt, in thousandths
 * @param low    in thousandths of the usual deviation: 97.5 % of the lines are not below
 * @param highs  by the share of lines that are not above, in tenths of a percent; a share that too few lines support is
 *               absent
 */
public record InputBounds(
        Map<Integer, Long> sizes,
        Map<String, Long> kinds,
        @Nullable Long low,
        NavigableMap<Integer, Long> highs) {
    /** Least tokens of the size classes. */
    static final List<Integer> SIZES = List.of(0, 64, 256, 1024, 4096, 16384);
    /** The shares for which a file has an upper bound, in tenths of a percent. */
    public static final List<Integer> SHARES = List.of(950, 975, 990, 995, 999);

    private static final long MILLION = 1_000_000;
    /** Beyond it a bound says nothing. */
    private static final long WIDEST = 1_000 * MILLION;

    public InputBounds {
        sizes = Collections.unmodifiableMap(new TreeMap<>(sizes));
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
        highs = Collections.unmodifiableNavigableMap(new TreeMap<>(highs));
    }

    /** The usual deviation of such a prompt in millionths; null if too few such prompts came. */
    @Nullable
    Long usual(InputParts parts, long predicted) {
        Long size = sizes.get(sizeClass(predicted));
        Long kind = kinds.get(parts.kind());
        return size == null || kind == null ? null : Math.max(1, size * kind / 1000);
    }

    /** At or above so much are 97.5 % of the lines; null if it isn't known for such prompts. */
    public @Nullable Long lowest(InputParts parts, long predicted) {
        Long usual = usual(parts, predicted);
        if (usual == null || low == null) {
            return null;
        }
        long width = Math.max(-MILLION, Math.min(WIDEST, Math.floorDiv(usual * low, 1000)));
        return Math.max(0, predicted + Math.floorDiv(predicted * width, MILLION));
    }

    /** At or below so much is that share of the lines, in tenths of a percent; null if it isn't known. */
    public @Nullable Long highest(InputParts parts, long predicted, int share) {
        Long usual = usual(parts, predicted);
        Map.Entry<Integer, Long> high = highs.ceilingEntry(share);
        if (usual == null || high == null) {
            return null;
        }
        long width = Math.max(-MILLION, Math.min(WIDEST, -Math.floorDiv(-usual * high.getValue(), 1000)));
        return Math.max(0, predicted - Math.floorDiv(-predicted * width, MILLION));
    }

    /** The bound for the largest share that the lines support; null if there is none for such prompts. */
    @Nullable
    Long highestKnown(InputParts parts, long predicted) {
        return highs.isEmpty() ? null : highest(parts, predicted, highs.lastKey());
    }

    /** A share in percent, as files name it: {@code 99.5}. */
    public static String shareName(int tenths) {
        return tenths % 10 == 0 ? Integer.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    /** The least tokens of the class. */
    static int sizeClass(long tokens) {
        int found = 0;
        for (int size : SIZES) {
            found = tokens >= size ? size : found;
        }
        return found;
    }
}
