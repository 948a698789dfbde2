package smeta.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import smeta.name.WideNames.FoundBy;

/** The offers of a wide list but for those that a main list has under whatever spelling. Immutable and thread-safe. */
final class ShownNames {
    private final WideNames names;
    private final BitSet hidden = new BitSet();
    private final Map<String, List<String>> hiddenBehind = new HashMap<>();
    private volatile @Nullable List<ListedName> offers;

    ShownNames(WideNames names, NameIndex main, SameNames same) {
        this.names = names;
        Map<Integer, String> owners = new HashMap<>();
        main.eachKey((key, owner) -> {
            int line = names.find(key);
            if (line >= 0) {
                owners.putIfAbsent(line, owner);
            }
        });
        same.each((words, listed) -> {
            ListedName owner = main.exact(listed);
            if (owner != null) {
                own(owners, FoundBy.WHOLE_AT_SELLER, words, owner.key());
            }
        });
        main.eachWhole((words, owner) -> own(owners, FoundBy.WHOLE_AT_SELLER, words, owner));
        main.eachPlain((words, owner) -> own(owners, FoundBy.PLAIN_AT_SELLER, words, owner));
        owners.keySet().forEach(hidden::set);
        hidden.stream()
                .forEach(line -> hiddenBehind
                        .computeIfAbsent(owners.get(line), key -> new ArrayList<>())
                        .add(names.name(line).key()));
    }

    private void own(Map<Integer, String> owners, FoundBy spelling, String words, String owner) {
        for (int line : names.all(spelling, words)) {
            owners.putIfAbsent(line, owner);
        }
    }

    /** The wide list's names for an offer of the main one, in the order of the list. */
    List<String> hiddenBehind(String key) {
        return List.copyOf(hiddenBehind.getOrDefault(key, List.of()));
    }

    /** All, sorted by seller and id. */
    List<ListedName> offers() {
        List<ListedName> known = offers;
        if (known == null) {
            known = IntStream.range(0, names.size())
                    .filter(line -> !hidden.get(line))
                    .mapToObj(this::offer)
                    .toList();
            offers = known;
        }
        return known;
    }

    private ListedName offer(int line) {
        SpelledName name = names.name(line);
        return new ListedName(name.seller(), name.id(), List.of(), false);
    }

    private int[] shown(FoundBy spelling, String text) {
        int[] all = names.all(spelling, text);
        return all.length == 0 || hidden.isEmpty()
                ? all
                : Arrays.stream(all).filter(line -> !hidden.get(line)).toArray();
    }

    /** Several offers that are spelled alike are told apart by their exact ids only, since their prices may differ. */
    private @Nullable ListedName only(FoundBy spelling, String text) {
        int[] lines = shown(spelling, text);
        return lines.length == 1 ? offer(lines[0]) : null;
    }

    @Nullable
    ListedName exact(String key) {
        int line = names.find(key);
        return line < 0 || hidden.get(line) ? null : offer(line);
    }

    @Nullable
    ListedName anyCase(String key) {
        int[] lines = shown(FoundBy.KEY, key.toLowerCase(Locale.ROOT));
        return lines.length == 0 ? null : offer(lines[0]);
    }

    /** The only offer that has this id, in whatever case. */
    @Nullable
    ListedName only(String id) {
        return only(FoundBy.ID, id.toLowerCase(Locale.ROOT));
    }

    boolean hasId(String id) {
        return shown(FoundBy.ID, id.toLowerCase(Locale.ROOT)).length > 0;
    }

    boolean isSeller(String seller) {
        return names.ofSeller(seller).anyMatch(line -> !hidden.get(line));
    }

    /** By all the words of its id. */
    @Nullable
    ListedName whole(String seller, String words) {
        return only(FoundBy.WHOLE_AT_SELLER, seller + "/" + words);
    }

    /** By the words of its id without its maker's. */
    @Nullable
    ListedName plain(String seller, String words) {
        return only(FoundBy.PLAIN_AT_SELLER, seller + "/" + words);
    }

    /** Every seller's offers of the same model. */
    List<ListedName> sameModel(String words) {
        return Arrays.stream(shown(FoundBy.PLAIN, words)).mapToObj(this::offer).toList();
    }
}
