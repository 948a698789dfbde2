package smeta.catalogue.tables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as offers of the wide list.
 *
 * @param offers  in the table's order; none stands twice
 * @param leftOut price field → number of rows in which it was left out, because no line of a card can hold it
 */
public record Imported(
        ImportSource source, List<ImportedOffer> offers, List<Flag> flags, Map<String, Integer> leftOut) {
    public Imported {
        offers = List.copyOf(offers);
        flags = List.copyOf(flags);
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    }

    /** The same without the offers that the catalogue's reader refused, {@code seller/id} → reason. */
    Imported without(Map<String, String> refused) {
        List<ImportedOffer> kept = new ArrayList<>();
        List<Flag> more = new ArrayList<>(flags);
        for (ImportedOffer offer : offers) {
            String why = refused.get(offer.key());
            if (why == null) {
                kept.add(offer);
            } else {
                more.add(new Flag(offer.row(), "rejected", why));
            }
        }
        return new Imported(source, kept, more, leftOut);
    }
}
