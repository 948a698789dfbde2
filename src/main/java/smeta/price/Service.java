package smeta.price;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service tier's prices: its own rates (and prompt tiers), or a published multiplier on the card's.
 *
 * @param multiplier null if it has rates of its own
 */
public record Service(
        @Nullable BigDecimal multiplier,
        Rates rates,
        List<Tier> tiers,
        @Nullable String note) {
    public Service {
        tiers = List.copyOf(tiers);
    }
}
