package smeta.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A name that no list has, of a model or a family that one has: it can be counted, and has no price. */
final class UnlistedNames {
    /** Nobody sells a name with more. */
    private static final int MOST_ENDINGS = 4;

    private final RankedNames index;
    private final NameRules rules;

    UnlistedNames(RankedNames index, NameRules rules) {
        this.index = index;
        this.rules = rules;
    }

    Resolution of(String asked, @Nullable String seller, String name, List<String> by) {
        if (seller == null && name.indexOf('/') > 0 && name.indexOf("://") < 0) {
            return new Resolution.Unknown(asked);
        }
        List<String> rulesApplied = new ArrayList<>(by);
        String shorter = name;
        if (name.startsWith("ft:") && name.length() > 3) {
            shorter = name.substring(3).split(":", 2)[0];
            rulesApplied.add("fine_tuned");
        }
        for (int taken = 0; ; taken++) {
            String words = rules.plain().of(shorter);
            String maker = rules.families().maker(words).orElse("none");
            String where = seller == null || seller.equals("none") ? maker : seller;
            ListedName same = same(words, maker);
            if (same != null) {
                rulesApplied.add("same_model");
                return new Resolution.Unpriced(asked, where, name, same.key(), null, rulesApplied);
            }
            Optional<Endings.Shorter> next = rules.endings().shorter(seller == null ? "" : seller, shorter);
            if (next.isEmpty() || taken == MOST_ENDINGS) {
                return family(asked, where, name, words, rulesApplied);
            }
            shorter = next.get().name();
            if (!rulesApplied.contains(next.get().rule())) {
                rulesApplied.add(next.get().rule());
            }
        }
    }

    private Resolution family(String asked, String where, String name, String words, List<String> by) {
        return rules.families()
                .ofPlain(words)
                .filter(family -> index.exact(family.like()) != null)
                .<Resolution>map(family -> {
                    by.add("family");
                    return new Resolution.Unpriced(asked, where, name, family.like(), family.name(), by);
                })
                .orElseGet(() -> new Resolution.Unknown(asked));
    }

    /** The same model elsewhere: at its maker, else the first of the main list, else anywhere. */
    private @Nullable ListedName same(String words, String maker) {
        List<ListedName> all = index.sameModel(words);
        return all.stream().filter(o -> o.seller().equals(maker)).findFirst().orElse(all.isEmpty() ? null : all.get(0));
    }
}
