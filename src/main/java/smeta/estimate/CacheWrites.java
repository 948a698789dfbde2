package smeta.estimate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Caching;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;

/**
 * On which meters a prompt runs whose beginning is written to the seller's cache: as far as a mark, or all of it where
 * the seller writes unasked. What is shorter than the seller's minimum isn't written, and costs what input does. Where
 * that isn't certain, an item has a meter for each way it may go.
 */
final class CacheWrites {
    private final Request request;
    private final @Nullable Caching caching;
    private final List<Note> notes;
    /** On what a stretch runs that ends there, as far as what follows it decides that. */
    private Set<Meter> written = EnumSet.noneOf(Meter.class);

    private @Nullable Meter likely;
    private boolean maybeNot = true;
    private boolean tooShort;
    private boolean maybeTooShort;

    private CacheWrites(Request request, Model model, List<Note> notes) {
        this.request = request;
        caching = model.caching();
        this.notes = notes;
    }

    /**
     * The items of all stretches, in prompt order.
     *
     * @param stretches the items of each segment of the request
     * @param notes     takes what a person should know
     */
    static List<Item> place(List<List<Item>> stretches, Request request, Model model, List<Note> notes) {
        return new CacheWrites(request, model, notes).place(stretches);
    }

    private List<Item> place(List<List<Item>> stretches) {
        List<Count> upTo = new ArrayList<>();
        Count sum = Count.ZERO;
        for (List<Item> stretch : stretches) {
            sum = sum.plus(Item.usage(stretch).promptTokens());
            upTo.add(sum);
        }
        unasked(sum);
        List<List<Item>> placed = new ArrayList<>(stretches);
        for (int i = stretches.size() - 1; i >= 0; i--) {
            Segment segment = request.segments.get(i);
            if (segment.lifetime() != null) {
                mark(CachePrefix.written(segment.lifetime()), upTo.get(i));
            }
            placed.set(i, stretches.get(i).stream().map(this::placed).toList());
        }
        note();
        return placed.stream().flatMap(List::stream).toList();
    }

    private void unasked(Count whole) {
        if (caching == null
                || caching.unasked() == null
                || request.prompt.cacheOptions().onlyMarked()
                || request.assumptions.cache().write() != null
                || whole.high() < caching.minimum()) {
            return;
        }
        var asked = request.prompt.cacheOptions().lifetime();
        written.add(CachePrefix.written(asked == null ? caching.unasked() : asked));
        notes.add(new Note(
                        "unasked_cache_write",
                        "The seller writes prompts of {minimum} tokens and more to its cache unasked; where that costs more than"
                                + " input does, the upper bound covers it.")
                .with("minimum", caching.minimum()));
    }

    /** A mark at the end of a prefix of that size: what stands before it is written here, or else at a later mark. */
    private void mark(Meter meter, Count prefix) {
        if (caching != null && prefix.high() < caching.minimum()) {
            tooShort |= likely == null;
            return;
        }
        if (caching != null && prefix.low() >= caching.surelyFrom()) {
            written = EnumSet.of(meter);
            maybeNot = false;
        } else {
            written.add(meter);
            maybeTooShort |= caching != null;
        }
        if (caching == null || prefix.likely() >= caching.minimum()) {
            likely = meter;
        }
    }

    private Item placed(Item item) {
        if (!item.meter().isPromptTokens() || written.isEmpty()) {
            return item;
        }
        Set<Meter> all = EnumSet.copyOf(written);
        if (maybeNot) {
            all.add(item.meter());
        }
        Meter meter = likely == null ? item.meter() : likely;
        all.remove(meter);
        return new Item(item.name(), meter, item.count(), item.how(), List.copyOf(all));
    }

    private void note() {
        if (tooShort && caching != null) {
            notes.add(new Note(
                            "cache_too_short",
                            "What is marked for the cache is shorter than the {minimum} tokens from which the seller writes it:"
                                    + " nothing is written, and it costs what input does.")
                    .with("minimum", caching.minimum()));
        }
        if (maybeTooShort && caching != null) {
            Note note = caching.surelyFrom() == caching.minimum()
                    ? new Note(
                            "cache_perhaps_too_short",
                            "What is marked for the cache may be shorter than the {minimum} tokens from which the seller"
                                    + " writes it; the bounds cover both.")
                    : new Note(
                                    "cache_perhaps_too_short",
                                    "What is marked for the cache may be shorter than what the seller writes, which is from"
                                            + " {minimum} tokens on by its documents and from {measured} on by measurements; the"
                                            + " bounds cover both.")
                            .with("measured", caching.surelyFrom());
            notes.add(note.with("minimum", caching.minimum()));
        }
    }
}
