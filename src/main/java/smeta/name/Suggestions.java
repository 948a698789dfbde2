package smeta.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names that share most groups of three letters with an unknown one. An index of the groups is made once, so that
 * ten thousand names cost no more than the few that are near.
 */
final class Suggestions {
    private static final int LONGEST = 200;
    private static final int NEAREST = 60;

    private final List<ListedName> offers = new ArrayList<>();
    private final String[] texts;
    private final LetterGroups groups;

    Suggestions(List<ListedName> listed) {
        List<String> names = new ArrayList<>();
        for (ListedName offer : listed) {
            add(offer, offer.id(), names);
            offer.aliases().forEach(alias -> add(offer, alias, names));
        }
        texts = names.toArray(String[]::new);
        groups = new LetterGroups(names);
    }

    private void add(ListedName offer, String name, List<String> names) {
        offers.add(offer);
        names.add(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }

    private record Near(int number, int shared, int distance) {}

    List<String> of(String unknown, int count) {
        String wanted = unknown.strip().toLowerCase(Locale.ROOT);
        wanted = wanted.substring(wanted.lastIndexOf('/') + 1);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return List.of();
        }
        long[] asked = LetterGroups.of(wanted);
        int[] shared = new int[texts.length];
        for (long group : asked) {
            for (int number : groups.having(group)) {
                shared[number]++;
            }
        }
        int least = Math.max(1, asked.length / 3);
        int tooFar = Math.max(2, wanted.length() / 3);
        List<Near> near = new ArrayList<>();
        for (int i = 0; i < shared.length; i++) {
            if (shared[i] >= least) {
                near.add(new Near(i, shared[i], 0));
            }
        }
        near.sort(Comparator.comparingInt((Near n) -> -n.shared)
                .thenComparing(n -> Math.abs(texts[n.number].length() - unknown.length()))
                .thenComparing(Near::number));
        String text = wanted;
        Map<String, Near> best = new LinkedHashMap<>();
        near.stream()
                .limit(NEAREST)
                .map(n -> new Near(n.number, n.shared, EditDistance.of(text, texts[n.number])))
                .filter(n -> n.distance <= tooFar || n.shared >= asked.length - 1)
                .sorted(Comparator.comparingInt(Near::distance)
                        .thenComparing(n -> !offers.get(n.number).bare())
                        .thenComparing(Near::number))
                .forEach(n -> best.putIfAbsent(offers.get(n.number).key(), n));
        return best.keySet().stream().limit(count).toList();
    }
}
