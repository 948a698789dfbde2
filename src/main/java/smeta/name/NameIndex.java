package smeta.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The main list's offers by every spelling that can be told beforehand. Where one spelling means several offers of a
 * seller, they are told apart by their exact ids only, since their prices may differ. Immutable.
 */
public final class NameIndex {
    private static final int SEVERAL = -1;

    private final List<ListedName> offers = new ArrayList<>();
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> bare = new HashMap<>();
    private final Map<String, Integer> bareSpelled = new HashMap<>();
    private final Map<String, Integer> anyCase = new HashMap<>();
    private final Map<String, BySpelling> sellers = new HashMap<>();
    private final Map<String, int[]> sameModel = new HashMap<>();
    private final Map<String, Integer> onlyId = new HashMap<>();

    /** One seller's offers. */
    private record BySpelling(Map<String, Integer> whole, Map<String, Integer> plain) {}

    private NameIndex() {}

    /** Of these offers, by the rules that ship with the program. */
    public static NameIndex of(Collection<ListedName> names) {
        PlainNames plain = NameRules.bundled().plain();
        NameIndex index = new NameIndex();
        names.stream()
                .sorted(Comparator.comparing(ListedName::seller).thenComparing(ListedName::id))
                .forEach(offer -> {
                    index.offers.add(offer);
                    index.add(offer, offer.id(), plain.spelling().of(offer.id()), plain.of(offer.id()));
                    offer.aliases()
                            .forEach(alias ->
                                    index.add(offer, alias, plain.spelling().of(alias), plain.of(alias)));
                });
        return index;
    }

    private void add(ListedName offer, String id, String whole, String plain) {
        int number = offers.size() - 1;
        String key = offer.seller() + "/" + id;
        exact.putIfAbsent(key, number);
        anyCase.putIfAbsent(key.toLowerCase(Locale.ROOT), number);
        if (offer.bare()) {
            bare.putIfAbsent(id, number);
            put(bareSpelled, whole, number);
        }
        BySpelling spelled =
                sellers.computeIfAbsent(offer.seller(), s -> new BySpelling(new HashMap<>(), new HashMap<>()));
        put(spelled.whole, whole, number);
        put(spelled.plain, plain, number);
        sameModel.merge(plain, new int[] {number}, NameIndex::joined);
        put(onlyId, id.toLowerCase(Locale.ROOT), number);
    }

    private static void put(Map<String, Integer> map, String words, int number) {
        map.merge(words, number, (before, now) -> before.equals(now) ? before : SEVERAL);
    }

    private static int[] joined(int[] before, int[] more) {
        if (before[before.length - 1] == more[0]) {
            return before;
        }
        int[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = more[0];
        return all;
    }

    /** Each {@code seller/id}, aliases included, and the key of its offer. */
    void eachKey(BiConsumer<String, String> take) {
        exact.forEach((key, number) -> take.accept(key, offers.get(number).key()));
    }

    /** Each {@code seller/words} that means one offer, by all words of its id, and the key of the offer. */
    void eachWhole(BiConsumer<String, String> take) {
        sellers.forEach((seller, spelled) -> each(seller, spelled.whole, take));
    }

    /** The same by the words without the maker's. */
    void eachPlain(BiConsumer<String, String> take) {
        sellers.forEach((seller, spelled) -> each(seller, spelled.plain, take));
    }

    private void each(String seller, Map<String, Integer> words, BiConsumer<String, String> take) {
        words.forEach((spelling, number) -> {
            if (number != SEVERAL) {
                take.accept(seller + "/" + spelling, offers.get(number).key());
            }
        });
    }

    List<ListedName> offers() {
        return offers;
    }

    @Nullable
    ListedName exact(String key) {
        return at(exact.get(key));
    }

    @Nullable
    ListedName anyCase(String key) {
        return at(anyCase.get(key.toLowerCase(Locale.ROOT)));
    }

    /** An id alone that means this offer in the main list. */
    @Nullable
    ListedName bare(String id) {
        return at(bare.get(id));
    }

    @Nullable
    ListedName bareSpelled(String words) {
        return at(bareSpelled.get(words));
    }

    /** The only offer that has this id, in whatever case. */
    @Nullable
    ListedName only(String id) {
        return at(onlyId.get(id.toLowerCase(Locale.ROOT)));
    }

    boolean hasId(String id) {
        return onlyId.containsKey(id.toLowerCase(Locale.ROOT));
    }

    boolean isSeller(String seller) {
        return sellers.containsKey(seller);
    }

    /** By all the words of its id. */
    @Nullable
    ListedName whole(String seller, String words) {
        BySpelling spelled = sellers.get(seller);
        return spelled == null ? null : at(spelled.whole.get(words));
    }

    /** Whether the seller has offers with all these words, one or several. */
    boolean hasWhole(String seller, String words) {
        BySpelling spelled = sellers.get(seller);
        return spelled != null && spelled.whole.containsKey(words);
    }

    /** Whether the seller has offers with these words besides their maker's, one or several. */
    boolean hasPlain(String seller, String words) {
        BySpelling spelled = sellers.get(seller);
        return spelled != null && spelled.plain.containsKey(words);
    }

    /** By the words of its id without its maker's. */
    @Nullable
    ListedName plain(String seller, String words) {
        BySpelling spelled = sellers.get(seller);
        return spelled == null ? null : at(spelled.plain.get(words));
    }

    /** Every seller's offers of the same model. */
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
