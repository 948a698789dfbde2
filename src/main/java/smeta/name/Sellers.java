package smeta.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who sells and who makes models, by every word that tables, gateways and hubs have for them. Immutable. */
public final class Sellers {
    private final Map<String, String> sellers = new HashMap<>();
    private final Map<String, String> makers = new HashMap<>();
    private final Map<String, String> sites;
    private final Map<String, String> tableSellers;
    private final Set<String> eitherSite = new HashSet<>();
    private final Set<String> routes = new HashSet<>();

    Sellers(RuleFile rules) {
        rules.section("sellers").forEach((seller, words) -> {
            sellers.put(word(seller), seller);
            for (String word : words.split("\\s+")) {
                sellers.put(word(word), seller);
            }
        });
        rules.section("makers").forEach((maker, words) -> {
            for (String word : words.split("\\s+")) {
                makers.put(word(word), maker);
            }
        });
        sites = Map.copyOf(rules.section("sites"));
        tableSellers = Map.copyOf(rules.section("table_sellers"));
        rules.words("words", "either_site").forEach(word -> eitherSite.add(word(word)));
        rules.words("words", "routes").forEach(word -> routes.add(word(word)));
    }

    /** As the program ships them. */
    public static Sellers bundled() {
        return NameRules.bundled().sellers();
    }

    /** Our seller for a table's or a gateway's word, for instance {@code bedrock} for {@code bedrock_converse}. */
    public Optional<String> seller(String word) {
        return Optional.ofNullable(sellers.get(word(word)));
    }

    /** The same in a table that may have a word of its own for it, by the name of the table's format. */
    public Optional<String> seller(String word, String table) {
        String other = tableSellers.get(table + " " + word(word));
        return other != null ? Optional.of(other) : seller(word);
    }

    /** Whether gateways use the word for another site of the same house too. */
    boolean isEitherSite(String word) {
        return eitherSite.contains(word(word));
    }

    /** The shop of a maker by its name on hubs, for instance {@code dashscope} for {@code Qwen}. */
    Optional<String> maker(String word) {
        return Optional.ofNullable(makers.get(word(word)));
    }

    boolean isMaker(String word) {
        return makers.containsKey(word(word));
    }

    /** Whether the word names who sells or who makes models. */
    public boolean isNamed(String word) {
        return seller(word).isPresent() || isMaker(word);
    }

    boolean isRoute(String word) {
        return routes.contains(word(word));
    }

    /** The seller, then another site of the same house. */
    List<String> withSites(String seller) {
        List<String> all = new ArrayList<>();
        all.add(seller);
        String site = sites.get(seller);
        if (site != null) {
            all.add(site);
        }
        return all;
    }

    private static String word(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-').replace(' ', '-');
    }
}
