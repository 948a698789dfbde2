package smeta.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which offer of which seller a name means, by the rules of {@code names.yaml}, one after another. What is resolved to
 * an offer has exactly its price; a rule that might change the price leads to {@link Resolution.Unpriced}. Never
 * throws; an offer's own key resolves to itself. Thread-safe; names that came
 * lately are remembered.
 */
public final class Resolver {
    /** A longer name is none that anybody sells. */
    private static final int LONGEST = 300;

    /** So many resolved names are kept, since the same few come again; then all are forgotten. */
    private static final int KEPT = 1024;

    private record Asked(String name, @Nullable String seller) {
        // written out: see docs/architecture.md on records in a native image
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Asked that && name.equals(that.name) && Objects.equals(seller, that.seller);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Objects.hashCode(seller);
        }
    }

    private final Map<Asked, Resolution> kept = new ConcurrentHashMap<>();
    private final NameRules rules;
    private final RankedNames index;
    private final AtSeller atSeller;
    private final UnlistedNames unlisted;
    private volatile @Nullable Suggestions suggestions;

    private Resolver(NameRules rules, RankedNames names) {
        this.rules = rules;
        index = names;
        atSeller = new AtSeller(index, rules);
        unlisted = new UnlistedNames(index, rules);
    }

    /**
     * Over these offers, by the rules that ship with the program.
     *
     * @param wide offers of second rank; asked for once, when no main offer answers
     */
    public static Resolver over(NameIndex main, Supplier<WideNames> wide) {
        NameRules rules = NameRules.bundled();
        return new Resolver(rules, new RankedNames(main, rules.same(), wide));
    }

    /** The offers of second rank that no main offer stands for, by {@code seller/id}, sorted by seller and id. */
    public List<String> wide() {
        return index.wideOffers().stream().map(ListedName::key).toList();
    }

    /** The second-rank names of an offer of first rank, by {@code seller/id}. */
    public List<String> wideNames(String mainKey) {
        return index.hiddenBehind(mainKey);
    }

    /** Without a seller whose names come in. */
    public Resolution resolve(String asked) {
        return resolve(asked, null);
    }

    /** @param seller whose names come in, by any of its names: they are looked for there first */
    public Resolution resolve(String asked, @Nullable String seller) {
        Asked key = new Asked(asked, seller);
        Resolution known = kept.get(key);
        if (known != null) {
            return known;
        }
        Resolution resolution = walk(asked, seller);
        if (resolution instanceof Resolution.Listed) {
            if (kept.size() >= KEPT) {
                kept.clear();
            }
            kept.put(key, resolution);
        }
        return resolution;
    }

    private Resolution walk(String asked, @Nullable String seller) {
        String name = asked.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            return new Resolution.Unknown(asked);
        }
        List<String> by = new ArrayList<>();
        if (!name.equals(asked)) {
            by.add("spaces");
        }
        if (seller != null) {
            List<String> more = new ArrayList<>(by);
            more.add("seller");
            ListedName found = atSeller.find(rules.sellers().seller(seller).orElse(seller), name, more);
            if (found != null) {
                return new Resolution.Listed(asked, found.key(), more);
            }
            by.add("not_at_seller");
        }
        return walk(asked, name, by);
    }

    private Resolution walk(String asked, String name, List<String> by) {
        ListedName own = index.exact(name);
        if (own == null) {
            own = index.anyCase(name);
            if (own != null) {
                by.add("case");
            }
        }
        if (own != null) {
            return new Resolution.Listed(asked, own.key(), by);
        }
        Prefix prefix = Prefix.of(name, rules);
        by.addAll(prefix.by());
        String seller = prefix.seller();
        ListedName found = seller != null ? atNamedSeller(seller, prefix, by) : withoutSeller(prefix.rest(), by);
        if (found != null) {
            return new Resolution.Listed(asked, found.key(), by, prefix.location());
        }
        return unlisted.of(asked, seller, prefix.rest(), by);
    }

    private @Nullable ListedName atNamedSeller(String seller, Prefix prefix, List<String> by) {
        for (String name : prefix.names()) {
            ListedName found = atSeller.own(seller, name, by);
            if (found != null) {
                return found;
            }
        }
        ListedName found = atSeller.find(seller, prefix.rest(), by);
        if (found != null) {
            return found;
        }
        return fineTuned(seller, prefix.rest(), by);
    }

    /** {@code ft:base:organisation:name:id} has the price of the listed {@code ft:base}, which is not the base's. */
    private @Nullable ListedName fineTuned(String seller, String name, List<String> by) {
        String[] parts = name.split(":", 3);
        if (parts.length < 2 || !parts[0].toLowerCase(Locale.ROOT).equals("ft")) {
            return null;
        }
        ListedName found = atSeller.find(seller, "ft:" + parts[1], by);
        if (found != null) {
            by.add("fine_tuned");
        }
        return found;
    }

    private @Nullable ListedName withoutSeller(String name, List<String> by) {
        String words = rules.plain().of(name);
        String maker = name.startsWith("ft:")
                ? "openai"
                : rules.families().maker(words).orElse(null);
        if (maker != null) {
            List<String> more = new ArrayList<>(by);
            ListedName found = atSeller.find(maker, name, more);
            found = found == null ? fineTuned(maker, name, more) : found;
            if (found != null) {
                by.clear();
                by.addAll(more);
                return found;
            }
        }
        ListedName found = index.bare(name);
        if (found == null) {
            found = index.bareSpelled(rules.plain().spelling().of(name));
            if (found != null) {
                by.add("spelling");
            }
        }
        if (found == null) {
            found = index.only(name);
            if (found != null && !found.id().equals(name) && !found.aliases().contains(name)) {
                by.add("case");
            }
        }
        if (found != null && maker != null && !maker.equals(found.seller())) {
            by.add("not_sold_by_maker");
        }
        return found;
    }

    /**
     * Other offers of the same model, under whatever name their sellers have for it, the main list's first; with the
     * listed model that an unpriced name is counted like.
     */
    public List<String> others(Resolution resolution) {
        Set<String> others = new LinkedHashSet<>();
        if (resolution instanceof Resolution.Listed listed) {
            others.addAll(offers(listed.model()));
            others.remove(listed.model());
        } else if (resolution instanceof Resolution.Unpriced like && like.family() == null) {
            others.addAll(offers(like.like()));
        }
        return List.copyOf(others);
    }

    /**
     * The offer of the same name at another site of the seller's house, by {@code seller/id}, where the name begins with
     * a word that gateways use for either; null if it doesn't, or the other site lists none.
     */
    public @Nullable String atOtherSite(Resolution.Listed listed) {
        int slash = listed.asked().indexOf('/');
        if (slash < 0
                || !rules.sellers()
                        .isEitherSite(listed.asked().substring(0, slash).strip())) {
            return null;
        }
        ListedName offer = index.exact(listed.model());
        if (offer == null) {
            return null;
        }
        for (String site : rules.sellers().withSites(offer.seller())) {
            ListedName other =
                    site.equals(offer.seller()) ? null : atSeller.atSite(site, offer.id(), new ArrayList<>());
            if (other != null) {
                return other.key();
            }
        }
        return null;
    }

    /** Every seller's offer of the model that this offer is of, itself included. */
    public List<String> offers(String key) {
        ListedName offer = index.exact(key);
        if (offer == null) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>(words(offer));
        for (String one : List.copyOf(words)) {
            String maker = rules.families().maker(one).orElse("");
            index.sameModel(one).stream().filter(o -> o.seller().equals(maker)).forEach(o -> words.addAll(words(o)));
        }
        Set<String> keys = new LinkedHashSet<>();
        keys.add(key);
        words.forEach(one -> index.sameModel(one).forEach(o -> keys.add(o.key())));
        return List.copyOf(keys);
    }

    /** Whether a word names a seller, of these offers or in the rules. */
    public boolean isSeller(String word) {
        return rules.sellers().seller(word).isPresent() || index.isSeller(word);
    }

    private Set<String> words(ListedName offer) {
        Set<String> words = new LinkedHashSet<>();
        words.add(rules.plain().of(offer.id()));
        offer.aliases().forEach(alias -> words.add(rules.plain().of(alias)));
        return words;
    }

    /** The keys of what an unknown name may have meant, the nearest first, at most {@code count}. */
    public List<String> suggestions(String unknown, int count) {
        Suggestions known = suggestions;
        if (known == null) {
            known = new Suggestions(index.offers());
            suggestions = known;
        }
        return known.of(unknown, count);
    }
}
