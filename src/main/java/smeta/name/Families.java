package smeta.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which listed model a name of the same family is counted like, and whose family it is. Immutable. */
final class Families {
    private final Map<String, Family> families = new HashMap<>();
    private final Map<String, String> makers = new HashMap<>();
    private final Set<String> tails;

    /**
     * A family of models that share vocabulary, framing and media rules.
     *
     * @param name as the rules have it, for instance {@code gpt-4o}
     * @param like the listed model whose vocabulary, framing and media rules are assumed, as {@code seller/id}
     */
    record Family(String name, String like, boolean anyVersion) {}

    Families(RuleFile rules, PlainNames plain) {
        tails = new HashSet<>(rules.words("words", "after_family"));
        rules.section("families").forEach((pattern, like) -> {
            boolean anyVersion = pattern.endsWith("*");
            String name = anyVersion ? pattern.substring(0, pattern.length() - 1) : pattern;
            families.put(plain.spelling().of(name), new Family(name, like, anyVersion));
        });
        makers.putAll(plain.firstWords());
    }

    /** By the first words of a name without its makers' and regions' names; the longest pattern wins. */
    Optional<Family> ofPlain(String words) {
        for (int end = PlainNames.first(words); end > 0; end = words.lastIndexOf(' ', end - 1)) {
            Family family = families.get(words.substring(0, end));
            if (family != null && (family.anyVersion || !versionFollows(words, end)) && areTails(words, end)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** The seller whose own models begin with these words; {@code none} where the maker sells nothing itself. */
    Optional<String> maker(String words) {
        for (int end = PlainNames.first(words); end > 0; end = words.lastIndexOf(' ', end - 1)) {
            String maker = makers.get(words.substring(0, end));
            if (maker != null) {
                return Optional.of(maker);
            }
        }
        return Optional.empty();
    }

    private boolean areTails(String words, int end) {
        for (String word : words.substring(end).strip().split(" ")) {
            if (!word.isEmpty() && !Spelling.isNumber(word) && !tails.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean versionFollows(String words, int end) {
        if (end == words.length()) {
            return false;
        }
        int next = words.indexOf(' ', end + 1);
        String word = words.substring(end + 1, next < 0 ? words.length() : next);
        return Spelling.isNumber(word) && word.length() <= 2;
    }
}
