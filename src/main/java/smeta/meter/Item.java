package smeta.meter;

import org.jspecify.annotations.Nullable;

/**
 * A row of the quantities: what it is, on which meter it runs, and how much of it there is.
 *
 * @param name for people and programs: {@code text}, {@code image[0]}, {@code tools}, {@code reply}
 * @param how  the formula with its numbers, where there is one: {@code 85 + 4 × 170}
 */
public record Item(String name, Meter meter, Count count, @Nullable String how) {
    /** The sum of the items by meter. */
    public static Usage usage(Iterable<Item> items) {
        Usage usage = Usage.NONE;
        for (Item item : items) {
            usage = usage.plus(item.meter(), item.count());
        }
        return usage;
    }
}
