package smeta.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Regions before a name and suffixes behind it: another price, perhaps, of the same model. */
final class Endings {
    /** A name without one of its ends, and the rule that took it. */
    record Shorter(String name, String rule) {}

    private final Map<String, Set<String>> regions = new HashMap<>();
    private final List<String> suffixes;
    private final Set<String> branches;
    private final Map<String, String> samePrice;
    private final Set<String> apart;
    private final Map<String, Set<String>> held = new HashMap<>();

    Endings(RuleFile rules) {
        rules.section("regions")
                .forEach((seller, words) -> regions.put(seller, new HashSet<>(List.of(words.split("\\s+")))));
        suffixes = new ArrayList<>(rules.section("suffixes").keySet());
        branches = Set.copyOf(rules.words("words", "branches"));
        samePrice = rules.section("same_price");
        apart = Set.copyOf(rules.words("words", "regions_apart"));
        rules.section("held_by_doubt").forEach((seller, ids) -> held.put(seller, Set.of(ids.split("\\s+"))));
    }

    boolean isRegion(String seller, String word) {
        return regions.getOrDefault(seller, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }

    /** Without a region that costs what the name without it costs, or whose price that one's bounds hold. */
    Optional<String> atTheSamePrice(String seller, String name) {
        int slash = name.indexOf('/');
        String region = slash < 0 ? "" : name.substring(0, slash).toLowerCase(Locale.ROOT);
        if (isRegion(seller, region)) {
            String rest = name.substring(slash + 1);
            int dot = rest.indexOf('.');
            boolean namesItself = dot > 0 && isRegion(seller, rest.substring(0, dot));
            if (namesItself || !apart.contains(region) && isHeld(seller, rest.toLowerCase(Locale.ROOT))) {
                return Optional.of(rest);
            }
        }
        String written = seller + " " + name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> one : samePrice.entrySet()) {
            if (written.startsWith(one.getKey())) {
                return Optional.of(name.substring(one.getValue().length() + 1));
            }
        }
        return Optional.empty();
    }

    private boolean isHeld(String seller, String id) {
        return held.getOrDefault(seller, Set.of()).stream().anyMatch(id::startsWith);
    }

    /** Without one end; the region first. */
    Optional<Shorter> shorter(String seller, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int end = lower.indexOf('/') > 0 ? lower.indexOf('/') : lower.indexOf('.');
        if (end > 0 && end < name.length() - 1 && isRegion(seller, lower.substring(0, end))) {
            return Optional.of(new Shorter(name.substring(end + 1), "seller_region"));
        }
        for (String suffix : suffixes) {
            if (lower.endsWith(suffix) && lower.length() > suffix.length()) {
                return Optional.of(new Shorter(name.substring(0, name.length() - suffix.length()), "suffix"));
            }
        }
        for (char mark : new char[] {'@', '/'}) {
            int at = lower.lastIndexOf(mark);
            if (at > 0 && branches.contains(lower.substring(at + 1))) {
                return Optional.of(new Shorter(name.substring(0, at), "suffix"));
            }
        }
        return Optional.empty();
    }
}
