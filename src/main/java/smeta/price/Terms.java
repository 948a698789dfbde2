package smeta.price;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a usage is billed.
 *
 * @param moment    the instant whose time of day decides on off-peak rates; null if only the day is known
 * @param residency a place of processing with a published multiplier
 * @param variant   a quality, size or search depth that the card lists
 */
public record Terms(
        ServiceTier service, @Nullable Instant moment, @Nullable String residency, @Nullable String variant) {
    public static final Terms STANDARD = new Terms(ServiceTier.STANDARD, null, null, null);
}
