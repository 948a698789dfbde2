package smeta.price;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smeta.meter.Meter;

/** The rates that hold together, by meter. Immutable. Knows which rate a meter falls back to. */
public final class Rates {
    public static final Rates NONE = new Rates(Map.of());

    private static final List<Meter> CACHE_WRITES = Arrays.stream(Meter.values())
            .filter(m -> m.matter() == Meter.Matter.CACHE_WRITE)
            .toList();

    private final Map<Meter, Rate> byMeter;
    private final Set<Meter> missing;

    public Rates(Map<Meter, Rate> byMeter) {
        this(byMeter, Set.of());
    }

    private Rates(Map<Meter, Rate> byMeter, Set<Meter> missing) {
        EnumMap<Meter, Rate> copy = new EnumMap<>(Meter.class);
        copy.putAll(byMeter);
        EnumSet<Meter> without = EnumSet.noneOf(Meter.class);
        without.addAll(missing);
        without.removeAll(copy.keySet());
        this.byMeter = Collections.unmodifiableMap(copy);
        this.missing = Collections.unmodifiableSet(without);
    }

    /**
     * These rates, where the seller has a price of its own for those meters that isn't known here or wasn't believed.
     * Such a meter is unpriced: the rate of a coarser one isn't what it costs.
     */
    public Rates missing(Collection<Meter> meters) {
        Set<Meter> all = EnumSet.noneOf(Meter.class);
        all.addAll(missing);
        all.addAll(meters);
        return new Rates(byMeter, all);
    }

    /** Meters that their seller prices otherwise than the coarser ones, at a rate that isn't known here. */
    public Set<Meter> missing() {
        return missing;
    }

    public Map<Meter, Rate> byMeter() {
        return byMeter;
    }

    public boolean isEmpty() {
        return byMeter.isEmpty() && missing.isEmpty();
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
        merged.keySet().removeAll(other.missing);
        Set<Meter> without = EnumSet.noneOf(Meter.class);
        without.addAll(missing);
        without.addAll(other.missing);
        return new Rates(merged, without);
    }

    /**
     * These rates where others hold that the card prints for a size, an hour or a service tier. What those don't print
     * stays as it is, but not the writes to a cache where their input costs more: a write costs a multiple of input, so
     * that the rate here is no longer what it costs (Anthropic's, OpenAI's and Alibaba's price pages, 2026).
     */
    Rates reaching(Rates dearer) {
        Rates merged = overriddenBy(dearer);
        Rate before = byMeter.get(Meter.INPUT_TOKENS);
        Rate after = dearer.byMeter.get(Meter.INPUT_TOKENS);
        if (!pricesCacheWrites()
                || before == null
                || after == null
                || after.perUnit().compareTo(before.perUnit()) <= 0) {
            return merged;
        }
        Map<Meter, Rate> kept = new EnumMap<>(Meter.class);
        merged.byMeter.forEach((meter, rate) -> {
            if (meter.matter() != Meter.Matter.CACHE_WRITE || dearer.byMeter.containsKey(meter)) {
                kept.put(meter, rate);
            }
        });
        Rates reached = new Rates(kept, merged.missing);
        return dearer.pricesCacheWrites() ? reached : reached.missing(CACHE_WRITES);
    }

    /** These rates but those of one matter. */
    public Rates without(Meter.Matter matter) {
        Map<Meter, Rate> kept = new EnumMap<>(Meter.class);
        byMeter.forEach((meter, rate) -> {
            if (meter.matter() != matter) {
                kept.put(meter, rate);
            }
        });
        return new Rates(kept, missing);
    }

    /**
     * These rates times a published factor (a service tier's, a place's, an hour's). Fees for a request or a search and
     * the storage of a cache stay as they are: the vendors' factors are for what the model reads and writes (Google's
     * and Anthropic's price pages, 2026).
     */
    public Rates times(BigDecimal factor) {
        Map<Meter, Rate> multiplied = new EnumMap<>(Meter.class);
        byMeter.forEach((meter, rate) -> multiplied.put(meter, isFee(meter) ? rate : rate.times(factor)));
        return new Rates(multiplied, missing);
    }

    private static boolean isFee(Meter meter) {
        return switch (meter.matter()) {
            case REQUEST, WEB_SEARCH, FILE_SEARCH, MAP_SEARCH, CODE_RUN, CACHE_STORAGE -> true;
            default -> false;
        };
    }

    /**
     * The rate of a meter, its own or that of a coarser one.
     *
     * <p>A cached medium is billed as cached text where the card has no price of its own for the medium (so that it is
     * ordinary input), and at the medium's uncached rate where it has one. A cache write of no stated lifetime takes
     * the card's shortest lifetime; one that lives longer than the usual time takes no other write's rate, unless the
     * card is free of charge altogether.
     */
    public Optional<Rate> resolve(Meter meter) {
        Rate own = byMeter.get(meter);
        if (own != null) {
            return Optional.of(own);
        }
        if (missing.contains(meter)) {
            return Optional.empty();
        }
        if (meter == Meter.CACHE_WRITE_TOKENS) {
            for (Meter lifetime : new Meter[] {
                Meter.CACHE_WRITE_5M_TOKENS,
                Meter.CACHE_WRITE_30M_TOKENS,
                Meter.CACHE_WRITE_1H_TOKENS,
                Meter.CACHE_WRITE_12H_TOKENS
            }) {
                if (byMeter.containsKey(lifetime)) {
                    return Optional.of(byMeter.get(lifetime));
                }
            }
        }
        if (meter.fallback().isEmpty()) {
            return Optional.empty();
        }
        if (lacksLifetime(meter)) {
            return Optional.empty();
        }
        Meter coarser = meter.fallback().get();
        if (meter.matter() == Meter.Matter.CACHED_IN
                && coarser.matter() != Meter.Matter.CACHED_IN
                && coarser != Meter.INPUT_TOKENS
                && !byMeter.containsKey(coarser)
                && !missing.contains(coarser)) {
            return resolve(Meter.CACHE_READ_TOKENS);
        }
        return resolve(coarser);
    }

    /**
     * Whether the card prices writes to a cache, but not of this lifetime. A price without a lifetime is that of the
     * vendor's usual time, which is five minutes or half an hour: for an hour and more the vendors ask more (Anthropic
     * twice the input, not 1.25 times; OpenAI 2.5 times for twelve hours).
     */
    boolean lacksLifetime(Meter meter) {
        return switch (meter) {
            case CACHE_WRITE_30M_TOKENS ->
                !byMeter.containsKey(meter) && !byMeter.containsKey(Meter.CACHE_WRITE_TOKENS) && pricesCacheWrites();
            case CACHE_WRITE_1H_TOKENS, CACHE_WRITE_12H_TOKENS ->
                !byMeter.containsKey(meter) && pricesCacheWrites() && !isFree();
            default -> false;
        };
    }

    private boolean isFree() {
        return byMeter.values().stream().allMatch(Rate::isFree);
    }

    private boolean pricesCacheWrites() {
        return byMeter.keySet().stream().anyMatch(m -> m.matter() == Meter.Matter.CACHE_WRITE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rates rates && byMeter.equals(rates.byMeter) && missing.equals(rates.missing);
    }

    @Override
    public int hashCode() {
        return 31 * byMeter.hashCode() + missing.hashCode();
    }

    @Override
    public String toString() {
        return byMeter.values().toString();
    }
}
