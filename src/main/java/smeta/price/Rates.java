package smeta.price;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import smeta.meter.Meter;

/** The rates that hold together, by meter. Immutable. Knows which rate a meter falls back to. */
public final class Rates {
    public static final Rates NONE = new Rates(Map.of());

    private final Map<Meter, Rate> byMeter;

    public Rates(Map<Meter, Rate> byMeter) {
        EnumMap<Meter, Rate> copy = new EnumMap<>(Meter.class);
        copy.putAll(byMeter);
        this.byMeter = Collections.unmodifiableMap(copy);
    }

    public Map<Meter, Rate> byMeter() {
        return byMeter;
    }

    public boolean isEmpty() {
        return byMeter.isEmpty();
    }

    public Optional<Rate> get(Meter meter) {
        return Optional.ofNullable(byMeter.get(meter));
    }

    /** These rates, with those of the other in their place where it has any. */
    public Rates overriddenBy(Rates other) {
        if (other.isEmpty()) {
            return this;
        }
        Map<Meter, Rate> merged = new EnumMap<>(Meter.class);
        merged.putAll(byMeter);
        merged.putAll(other.byMeter);
        return new Rates(merged);
    }

    /** These rates but those of one matter. */
    public Rates without(Meter.Matter matter) {
        Map<Meter, Rate> kept = new EnumMap<>(Meter.class);
        byMeter.forEach((meter, rate) -> {
            if (meter.matter() != matter) {
                kept.put(meter, rate);
            }
        });
        return new Rates(kept);
    }

    /**
     * These rates times a published factor (a service tier's, a place's, an hour's). Fees for a request or a search and
     * the storage of a cache stay as they are: the vendors' factors are for what the model reads and writes (Google's
     * and Anthropic's price pages, 2026).
     */
    public Rates times(BigDecimal factor) {
        Map<Meter, Rate> multiplied = new EnumMap<>(Meter.class);
        byMeter.forEach((meter, rate) -> multiplied.put(meter, isFee(meter) ? rate : rate.times(factor)));
        return new Rates(multiplied);
    }

    private static boolean isFee(Meter meter) {
        return switch (meter.matter()) {
            case REQUEST, WEB_SEARCH, FILE_SEARCH, CACHE_STORAGE -> true;
            default -> false;
        };
    }

    /**
     * The rate of a meter, its own or that of a coarser one.
     *
     * <p>A cached medium is billed as cached text where the card has no price of its own for the medium (so that it is
     * ordinary input), and at the medium's uncached rate where it has one. A cache write of no stated lifetime takes
     * the card's shortest lifetime.
     */
    public Optional<Rate> resolve(Meter meter) {
        Rate own = byMeter.get(meter);
        if (own != null) {
            return Optional.of(own);
        }
        if (meter == Meter.CACHE_WRITE_TOKENS) {
            for (Meter lifetime : new Meter[] {Meter.CACHE_WRITE_5M_TOKENS, Meter.CACHE_WRITE_30M_TOKENS,
                    Meter.CACHE_WRITE_1H_TOKENS, Meter.CACHE_WRITE_12H_TOKENS}) {
                if (byMeter.containsKey(lifetime)) {
                    return Optional.of(byMeter.get(lifetime));
                }
            }
        }
        if (meter.fallback().isEmpty()) {
            return Optional.empty();
        }
        Meter coarser = meter.fallback().get();
        if (isLongerCacheWrite(meter) && !byMeter.containsKey(coarser) && pricesCacheWrites()) {
            return Optional.empty();
        }
        if (meter.matter() == Meter.Matter.CACHED_IN && coarser.matter() != Meter.Matter.CACHED_IN
                && coarser != Meter.INPUT_TOKENS && !byMeter.containsKey(coarser)) {
            return resolve(Meter.CACHE_READ_TOKENS);
        }
        return resolve(coarser);
    }

    private static boolean isLongerCacheWrite(Meter meter) {
        return meter == Meter.CACHE_WRITE_30M_TOKENS
                || meter == Meter.CACHE_WRITE_1H_TOKENS
                || meter == Meter.CACHE_WRITE_12H_TOKENS;
    }

    private boolean pricesCacheWrites() {
        return byMeter.keySet().stream().anyMatch(m -> m.matter() == Meter.Matter.CACHE_WRITE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rates rates && byMeter.equals(rates.byMeter);
    }

    @Override
    public int hashCode() {
        return byMeter.hashCode();
    }

    @Override
    public String toString() {
        return byMeter.values().toString();
    }
}
