package smeta.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The offers by every spelling that can be told beforehand. Where one spelling means several offers of a seller, the
 * main list's wins; two of one list are told apart by their exact ids only, since their prices may differ.
 */
final class NameIndex {
    private static final int SEVERAL = -1;

    private final List<ListedName> offers;
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> bare = new HashMap<>();
    private final Map<String, Integer> bareSpelled = new HashMap<>();
    private final Map<String, Integer> anyCase = new HashMap<>();
    private final Map<String, BySpelling> sellers = new HashMap<>();
    private final Map<String, int[]> sameModel = new HashMap<>();
    private final Map<String, Integer> onlyId = new HashMap<>();

    /** One seller's offers. */
    private record BySpelling(Map<String, Integer> whole, Map<String, Integer> plain) {}

    NameIndex(Collection<ListedName> names, PlainNames plain) {
        offers = names.stream()
                .sorted(Comparator.comparing((ListedName n) -> !n.main())
                        .thenComparing(ListedName::seller)
                        .thenComparing(ListedName::id))
                .toList();
        for (int i = 0; i < offers.size(); i++) {
            ListedName offer = offers.get(i);
            exact.putIfAbsent(offer.key(), i);
            anyCase.putIfAbsent(offer.key().toLowerCase(Locale.ROOT), i);
            add(offer, i, offer.id(), plain);
            for (String alias : offer.aliases()) {
                exact.putIfAbsent(offer.seller() + "/" + alias, i);
                anyCase.putIfAbsent((offer.seller() + "/" + alias).toLowerCase(Locale.ROOT), i);
                add(offer, i, alias, plain);
            }
        }
    }

    private void add(ListedName offer, int number, String id, PlainNames plain) {
        if (offer.bare()) {
            bare.putIfAbsent(id, number);
            bareSpelled.merge(plain.spelling().of(id), number, (a, b) -> a.equals(b) ? a : SEVERAL);
        }
        BySpelling spelled = sellers.computeIfAbsent(offer.seller(), s -> new BySpelling(new HashMap<>(), new HashMap<>()));
        put(spelled.whole, plain.spelling().of(id), number);
        String words = plain.of(id);
        put(spelled.plain, words, number);
        sameModel.merge(words, new int[] {number}, NameIndex::joined);
        onlyId.merge(id, number, (a, b) -> a.equals(b) ? a : SEVERAL);
    }

    private void put(Map<String, Integer> map, String words, int number) {
        map.merge(words, number, (before, now) -> before.equals(now)
                        || before != SEVERAL && offers.get(before).main() && !offers.get(now).main()
                ? before
                : SEVERAL);
    }

    private static int[] joined(int[] before, int[] more) {
        if (before[before.length - 1] == more[0]) {
            return before;
        }
        int[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = more[0];
        return all;
    }

    List<ListedName> offers() {
        return offers;
    }

    @Nullable ListedName exact(String key) {
        return at(exact.get(key));
    }

    @Nullable ListedName anyCase(String key) {
        return at(anyCase.get(key.toLowerCase(Locale.ROOT)));
    }

    /** An id alone that means this offer in the main list. */
    @Nullable ListedName bare(String id) {
        return at(bare.get(id));
    }

    @Nullable ListedName bareSpelled(String words) {
        return at(bareSpelled.get(words));
    }

    /** The offer of the only seller that has an id spelled like this, letter by letter. */
    @Nullable ListedName only(String id) {
        return at(onlyId.get(id));
    }

    boolean isSeller(String seller) {
        return sellers.containsKey(seller);
    }

    /** By all the words of its id. */
    @Nullable ListedName whole(String seller, String words) {
        BySpelling spelled = sellers.get(seller);
        return spelled == null ? null : at(spelled.whole.get(words));
    }

    /** By the words of its id without its maker's. */
    @Nullable ListedName plain(String seller, String words) {
        BySpelling spelled = sellers.get(seller);
        return spelled == null ? null : at(spelled.plain.get(words));
    }

    /** Every seller's offers of the same model, the main list's first. */
    List<ListedName> sameModel(String words) {
        List<ListedName> all = new ArrayList<>();
        for (int number : sameModel.getOrDefault(words, new int[0])) {
            all.add(offers.get(number));
        }
        return all;
    }

    private @Nullable ListedName at(@Nullable Integer number) {
        return number == null || number == SEVERAL ? null : offers.get(number);
    }
}
