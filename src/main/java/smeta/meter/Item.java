package smeta.meter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the quantities: what it is, on which meter it runs, and how much of it there is.
 *
 * @param name        for people and programs: {@code text}, {@code image[0]}, {@code tools}, {@code reply}
 * @param how         the formula with its numbers, where there is one: {@code 85 + 4 × 170}
 * @param otherMeters on which it may run instead; it runs on one of them all, and the bounds of its price cover each
 */
public record Item(
        String name, Meter meter, Count count, @Nullable String how, List<Meter> otherMeters) {
    public Item {
        otherMeters = List.copyOf(otherMeters);
    }

    /** An item of which it is certain on which meter it runs. */
    public Item(String name, Meter meter, Count count, @Nullable String how) {
        this(name, meter, count, how, List.of());
    }

    /** The same thing on another meter for certain. */
    public Item on(Meter other) {
        return new Item(name, other, count, how);
    }

    /** The sum of the items by meter. */
    public static Usage usage(Iterable<Item> items) {
        Map<Meter, Count> sums = new EnumMap<>(Meter.class);
        for (Item item : items) {
            sums.merge(item.meter(), item.count(), Count::plus);
        }
        return Usage.of(sums);
    }
}
