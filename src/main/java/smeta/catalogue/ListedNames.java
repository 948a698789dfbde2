package smeta.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.name.ListedName;
import smeta.name.NameIndex;

/** The index of a main list's names, made when it is first asked for. Thread-safe. */
final class ListedNames {
    private final List<Listing> listings;
    private final Map<String, Listing> byName;
    private volatile @Nullable NameIndex index;

    /** @param byName what each listed name means, letter by letter */
    ListedNames(List<Listing> listings, Map<String, Listing> byName) {
        this.listings = listings;
        this.byName = byName;
    }

    NameIndex index() {
        NameIndex known = index;
        return known != null ? known : make();
    }

    private synchronized NameIndex make() {
        NameIndex known = index;
        if (known == null) {
            known = NameIndex.of(listings.stream()
                    .map(m -> new ListedName(m.provider(), m.id(), m.aliases(), byName.get(m.id()) == m))
                    .toList());
            index = known;
        }
        return known;
    }
}
