package smeta.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.Money;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.Terms;

/** What a cache saved: the same usage billed as if nothing had been cached, less the bill. */
final class CacheSaving {
    private CacheSaving() {}

    /** Null if nothing was cached, or the usage without its cache has no price. */
    static @Nullable Money of(RateCard card, List<Item> items, Terms terms, Bill bill) {
        if (items.stream().noneMatch(i -> isCache(i.meter()))) {
            return null;
        }
        List<Item> uncached = items.stream()
                .map(i -> new Item(i.name(), uncached(i.meter()), i.count(), i.how()))
                .toList();
        Bill without = Biller.bill(card, BilledItems.withRequest(uncached, card), terms);
        return without.isComplete() && bill.isComplete() ? without.likely().minus(bill.likely()) : null;
    }

    private static boolean isCache(Meter meter) {
        return meter.matter() == Meter.Matter.CACHED_IN || meter.matter() == Meter.Matter.CACHE_WRITE;
    }

    private static Meter uncached(Meter meter) {
        return switch (meter) {
            case CACHE_READ_IMAGE_TOKENS -> Meter.IMAGE_TOKENS;
            case CACHE_READ_AUDIO_TOKENS -> Meter.AUDIO_TOKENS;
            case CACHE_READ_VIDEO_TOKENS -> Meter.VIDEO_TOKENS;
            default -> isCache(meter) ? Meter.INPUT_TOKENS : meter;
        };
    }
}
