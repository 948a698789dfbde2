package smeta.name;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The main list's names and, behind them, the wide one's, which is not read before a name needs it. What the main list
 * has under whatever spelling is not in the wide one. Thread-safe.
 */
final class RankedNames {
    private final NameIndex main;
    private final SameNames same;
    private final Supplier<WideNames> names;
    private volatile @Nullable ShownNames wide;

    RankedNames(NameIndex main, SameNames same, Supplier<WideNames> names) {
        this.main = main;
        this.same = same;
        this.names = names;
    }

    private ShownNames wide() {
        ShownNames known = wide;
        return known != null ? known : readWide();
    }

    private synchronized ShownNames readWide() {
        ShownNames known = wide;
        if (known == null) {
            known = new ShownNames(names.get(), main, same);
            wide = known;
        }
        return known;
    }

    /** The wide list's names for an offer of the main one. */
    List<String> hiddenBehind(String key) {
        return wide().hiddenBehind(key);
    }

    List<ListedName> offers() {
        return joined(main.offers(), wide().offers());
    }

    List<ListedName> wideOffers() {
        return wide().offers();
    }

    /** By {@code seller/id}. */
    @Nullable
    ListedName exact(String key) {
        ListedName found = main.exact(key);
        return found != null || key.indexOf('/') < 0 ? found : wide().exact(key);
    }

    /** By {@code seller/id}. */
    @Nullable
    ListedName anyCase(String key) {
        ListedName found = main.anyCase(key);
        return found != null || key.indexOf('/') < 0 ? found : wide().anyCase(key);
    }

    @Nullable
    ListedName bare(String id) {
        return main.bare(id);
    }

    @Nullable
    ListedName bareSpelled(String words) {
        return main.bareSpelled(words);
    }

    /** The only offer that has this id, in whatever case. */
    @Nullable
    ListedName only(String id) {
        if (main.hasId(id)) {
            return wide().hasId(id) ? null : main.only(id);
        }
        return wide().only(id);
    }

    boolean isSeller(String seller) {
        return main.isSeller(seller) || wide().isSeller(seller);
    }

    /** By all the words of its id. */
    @Nullable
    ListedName whole(String seller, String words) {
        return main.hasWhole(seller, words) ? main.whole(seller, words) : wide().whole(seller, words);
    }

    /** By the words of its id without its maker's. */
    @Nullable
    ListedName plain(String seller, String words) {
        return main.hasPlain(seller, words) ? main.plain(seller, words) : wide().plain(seller, words);
    }

    /** Every seller's offers of the same model, the main list's first. */
    List<ListedName> sameModel(String words) {
        return joined(main.sameModel(words), wide().sameModel(words));
    }

    private static List<ListedName> joined(List<ListedName> first, List<ListedName> second) {
        List<ListedName> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
