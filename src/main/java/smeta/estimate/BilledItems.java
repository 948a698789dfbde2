package smeta.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;
import smeta.price.RateCard;

/** What is put on the bill of what was counted. */
final class BilledItems {
    private BilledItems() {}

    /**
     * The items of one kind as one, where there is no time left for a line each: the sum at the same rates is the same
     * bill.
     */
    static List<Item> summed(List<Item> items, Set<Note> notes) {
        Map<String, Item> sums = new LinkedHashMap<>();
        for (Item item : items) {
            String kind = item.name().replaceFirst("\\[\\d+]$", "");
            sums.merge(
                    kind + " " + item.meter() + item.otherMeters(),
                    new Item(kind, item.meter(), item.count(), item.how(), item.otherMeters()),
                    (one, other) ->
                            new Item(kind, item.meter(), one.count().plus(other.count()), null, item.otherMeters()));
        }
        if (sums.size() < items.size()) {
            notes.add(new Note(
                    "lines_summed", "There was no time left for a line each; items of one kind are one line."));
        }
        return List.copyOf(sums.values());
    }

    /** The fee of the request itself, where the card has one. */
    static List<Item> withRequest(List<Item> items, RateCard card) {
        if (items.stream().anyMatch(i -> i.meter() == Meter.REQUESTS)) {
            return items;
        }
        if (card.rates().get(Meter.REQUESTS).isEmpty()
                && card.variants().values().stream()
                        .noneMatch(v -> v.get(Meter.REQUESTS).isPresent())) {
            return items;
        }
        List<Item> all = new ArrayList<>(items);
        all.add(new Item("request", Meter.REQUESTS, Count.exact(1), null));
        return all;
    }
}
