package smeta.estimate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;

/**
 * Splits the items of a prompt into what is read from the provider's cache, what is written to it, and the rest. A
 * cache holds a prefix, so the first tokens are the cached ones; the written ones follow.
 */
public final class CachePrefix {
    private CachePrefix() {}

    /**
     * @param items in prompt order
     * @throws Impossible if more is cached than there is
     */
    public static List<Item> split(
            List<Item> items, @Nullable Share read, @Nullable Share write, @Nullable Duration lifetime) {
        if (read == null && write == null) {
            return items;
        }
        Count whole = Item.usage(items).promptTokens();
        long asked = (read == null ? 0 : read.of(whole.high())) + (write == null ? 0 : write.of(whole.high()));
        if (asked > whole.high()) {
            throw new Impossible(
                    "cached_exceeds_input",
                    "The cached and the newly written tokens are " + asked + ", but the whole prompt has at most "
                            + whole.high() + ".",
                    "lower “cached” or “cache_write”, or give them in percent");
        }
        List<Item> reads = new ArrayList<>();
        List<Item> writes = new ArrayList<>();
        List<Item> rest = new ArrayList<>();
        long[] before = new long[3];
        for (Item item : items) {
            if (!item.meter().isPromptTokens()) {
                rest.add(item);
                continue;
            }
            long[][] parts = new long[3][3];
            for (Bound bound : Bound.values()) {
                int b = bound.ordinal();
                long size = bound.of(item.count());
                long readUpTo = Math.min(bound.of(whole), read == null ? 0 : read.of(bound.of(whole)));
                long writeUpTo = Math.min(bound.of(whole), readUpTo + (write == null ? 0 : write.of(bound.of(whole))));
                parts[0][b] = overlap(before[b], size, 0, readUpTo);
                parts[1][b] = overlap(before[b], size, readUpTo, writeUpTo);
                parts[2][b] = size - parts[0][b] - parts[1][b];
                before[b] += size;
            }
            add(reads, item.on(cached(item.meter())), parts[0]);
            add(writes, item.on(written(lifetime)), parts[1]);
            add(rest, item, parts[2]);
        }
        reads.addAll(writes);
        reads.addAll(rest);
        return reads;
    }

    private static long overlap(long from, long size, long start, long end) {
        return Math.max(0, Math.min(from + size, end) - Math.max(from, start));
    }

    /** The parts at the three bounds needn't ascend, so the outer two are the extremes. */
    private static void add(List<Item> items, Item whole, long[] parts) {
        long low = Math.min(parts[0], Math.min(parts[1], parts[2]));
        long high = Math.max(parts[0], Math.max(parts[1], parts[2]));
        if (high > 0) {
            items.add(new Item(
                    whole.name(), whole.meter(), Count.between(low, parts[1], high), whole.how(), whole.otherMeters()));
        }
    }

    static Meter cached(Meter meter) {
        return switch (meter) {
            case IMAGE_TOKENS, DOCUMENT_TOKENS -> Meter.CACHE_READ_IMAGE_TOKENS;
            case AUDIO_TOKENS -> Meter.CACHE_READ_AUDIO_TOKENS;
            case VIDEO_TOKENS -> Meter.CACHE_READ_VIDEO_TOKENS;
            default -> Meter.CACHE_READ_TOKENS;
        };
    }

    /** The meter of a cache write of that lifetime; null means the vendor's usual one. */
    static Meter written(@Nullable Duration lifetime) {
        if (lifetime == null) {
            return Meter.CACHE_WRITE_TOKENS;
        }
        if (lifetime.compareTo(Duration.ofMinutes(5)) <= 0) {
            return Meter.CACHE_WRITE_5M_TOKENS;
        }
        if (lifetime.compareTo(Duration.ofMinutes(30)) <= 0) {
            return Meter.CACHE_WRITE_30M_TOKENS;
        }
        return lifetime.compareTo(Duration.ofHours(1)) <= 0
                ? Meter.CACHE_WRITE_1H_TOKENS
                : Meter.CACHE_WRITE_12H_TOKENS;
    }
}
