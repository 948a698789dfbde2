package smeta.price;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From an instant (inclusive; null: since ever) until another (exclusive; null: still). */
public record Period(@Nullable Instant from, @Nullable Instant until) {
    public static final Period ALWAYS = new Period(null, null);

    public boolean contains(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
    }

    public boolean overlaps(Period other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Period other) {
        return from == null || other.until == null || from.isBefore(other.until);
    }

    public boolean isEmpty() {
        return from != null && until != null && !from.isBefore(until);
    }
}
