package smeta.price;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a usage is billed.
 *
 * @param moment    the instant whose time of day decides on off-peak rates; null if only the day is known
 * @param residency a place of processing with a published multiplier
 * @param variant   a quality, size or search depth that the card lists
 * @param others    variants that it may turn out to be instead; a line's bounds cover them
 */
public record Terms(
        ServiceTier service,
        @Nullable Instant moment,
        @Nullable String residency,
        @Nullable String variant,
        List<String> others) {
    public Terms {
        others = List.copyOf(others);
    }

    public Terms(
            ServiceTier service, @Nullable Instant moment, @Nullable String residency, @Nullable String variant) {
        this(service, moment, residency, variant, List.of());
    }

    public static final Terms STANDARD = new Terms(ServiceTier.STANDARD, null, null, null);
}
