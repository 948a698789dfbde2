package smeta.calibration;

import org.jspecify.annotations.Nullable;
import smeta.meter.Count;
import smeta.token.TextMaterial;

/**
 * From a bare estimate of a prompt to a better one.
 *
 * @param bounds null if there were too few lines for bounds
 */
public record InputCorrection(
        InputFactors factors, @Nullable InputBounds bounds) {
    /** Letters of a script from this share of a text on must have been learnt, in percent. */
    private static final int FOREIGN = 10;

    /**
     * The tokens of a prompt without its media. Where such a prompt wasn't seen often enough, the bounds are those of the
     * bare estimate, wider by as much as the likely count has moved; where too few lines support the share, they aren't
     * below what is known of a smaller share either, since the bare estimate may be of another vocabulary.
     *
     * @param share of prompts that are not above the upper bound, in tenths of a percent
     */
    public Count interval(InputParts parts, int share) {
        long likely = factors.apply(parts).total();
        Count bare = parts.bare();
        Long low = bounds == null || !knows(parts) ? null : bounds.lowest(parts, likely);
        Long high = bounds == null || !knows(parts) ? null : bounds.highest(parts, likely, share);
        long least = low != null ? low : Math.min(bare.low(), moved(bare.low(), likely, bare.likely(), false));
        long most = high != null ? high : Math.max(bare.high(), moved(bare.high(), likely, bare.likely(), true));
        Long known = bounds == null ? null : bounds.highestKnown(parts, likely);
        if (high == null && known != null) {
            most = Math.max(most, known);
        }
        return Count.between(Math.min(least, likely), likely, Math.max(most, likely));
    }

    /** Whether the bounds of such a prompt were learnt, and are not those of the bare estimate. */
    public boolean isBounded(InputParts parts, int share) {
        long likely = factors.apply(parts).total();
        return bounds != null
                && knows(parts)
                && bounds.lowest(parts, likely) != null
                && bounds.highest(parts, likely, share) != null;
    }

    private boolean knows(InputParts parts) {
        if (parts.textExact()) {
            return true;
        }
        for (TextMaterial material : TextMaterial.values()) {
            if (!factors.materials().containsKey(material)
                    && parts.text().of(material) * 100 >= parts.text().total() * FOREIGN
                    && parts.text().of(material) > 0) {
                return false;
            }
        }
        return true;
    }

    private static long moved(long bound, long to, long from, boolean up) {
        if (from == 0) {
            return bound;
        }
        long product = Math.multiplyExact(bound, to);
        return up ? -Math.floorDiv(-product, from) : product / from;
    }
}
