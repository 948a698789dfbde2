package smeta.http.answer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import smeta.meter.Item;
import smeta.meter.Unit;

/**
 * How much of a meter an item is.
 *
 * @param low  null if the quantity is exact, or seconds
 * @param high likewise
 */
record QuantityAnswer(
        BigDecimal likely, @Nullable Long low, @Nullable Long high) {
    static QuantityAnswer of(Item item) {
        if (item.meter().unit() == Unit.SECONDS) {
            BigDecimal seconds = BigDecimal.valueOf(item.count().likely(), 3).stripTrailingZeros();
            return new QuantityAnswer(seconds.scale() < 0 ? seconds.setScale(0) : seconds, null, null);
        }
        boolean exact = item.count().isExact();
        return new QuantityAnswer(
                BigDecimal.valueOf(item.count().likely()),
                exact ? null : item.count().low(),
                exact ? null : item.count().high());
    }
}
