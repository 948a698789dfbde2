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
 * @param orServed  service tiers that it may turn out to be instead; a line's bounds cover those that the card has
 */
public record Terms(
        ServiceTier service,
        @Nullable Instant moment,
        @Nullable String residency,
        @Nullable String variant,
        List<String> others,
        List<ServiceTier> orServed) {
    public Terms {
        others = List.copyOf(others);
        orServed = List.copyOf(orServed);
    }

    public Terms(
            ServiceTier service,
            @Nullable Instant moment,
            @Nullable String residency,
            @Nullable String variant,
            List<String> others) {
        this(service, moment, residency, variant, others, List.of());
    }

    public Terms(ServiceTier service, @Nullable Instant moment, @Nullable String residency, @Nullable String variant) {
        this(service, moment, residency, variant, List.of());
    }

    public static final Terms STANDARD = new Terms(ServiceTier.STANDARD, null, null, null);
}
