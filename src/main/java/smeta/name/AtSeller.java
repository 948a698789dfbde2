package smeta.name;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks for a name among one seller's offers. What it finds has the price of exactly that offer. */
final class AtSeller {
    private final RankedNames index;
    private final NameRules rules;

    AtSeller(RankedNames index, NameRules rules) {
        this.index = index;
        this.rules = rules;
    }

    /** @param by takes the rules that applied */
    @Nullable
    ListedName find(String seller, String name, List<String> by) {
        List<String> sites = rules.sellers().withSites(seller);
        for (String site : sites) {
            ListedName found = atSite(site, name, by);
            if (found != null) {
                if (!site.equals(seller)) {
                    by.add("other_site");
                }
                return found;
            }
        }
        return null;
    }

    /** By the seller's own name for it, however it is spelled. */
    @Nullable
    ListedName own(String seller, String name, List<String> by) {
        ListedName found = index.exact(seller + "/" + name);
        if (found != null) {
            return found;
        }
        found = index.anyCase(seller + "/" + name);
        if (found != null) {
            by.add("case");
            return found;
        }
        found = index.whole(seller, rules.plain().spelling().of(name));
        if (found != null) {
            by.add("spelling");
        }
        return found;
    }

    /** Whether an id begins with another seller's word that the name hasn't: whose deployment it is, and so another offer. */
    private boolean isAnothers(String seller, String id, String words) {
        String own = rules.plain().spelling().of(id);
        String first = own.substring(0, Math.max(0, own.indexOf(' ')));
        return id.indexOf('/') < 0
                && !rules.sellers().isMaker(first)
                && rules.sellers()
                        .seller(first)
                        .filter(other -> !other.equals(seller))
                        .isPresent()
                && !(" " + words + " ").contains(" " + first + " ");
    }

    private static boolean isMoving(String name) {
        return name.endsWith("latest") || name.endsWith("/rc");
    }

    /** At this site alone. */
    @Nullable
    ListedName atSite(String seller, String name, List<String> by) {
        if (!index.isSeller(seller)) {
            return null;
        }
        ListedName found = own(seller, name, by);
        if (found != null) {
            return found;
        }
        String words = rules.plain().spelling().of(name);
        String listed = rules.same().of(seller, words);
        found = listed == null ? null : index.exact(listed);
        if (found != null) {
            by.add(isMoving(name.toLowerCase(Locale.ROOT)) ? "moving_alias" : "snapshot");
            return found;
        }
        found = index.plain(seller, rules.plain().of(name));
        if (found != null && !isAnothers(seller, found.id(), words)) {
            by.add("maker_in_name");
            return found;
        }
        String elsewhere = rules.endings().atTheSamePrice(seller, name).orElse(null);
        found = elsewhere == null ? null : own(seller, elsewhere, by);
        if (found != null) {
            by.add("seller_region");
        }
        return found;
    }
}
