package smeta.name;

import java.util.List;

/**
 * An offer as the resolver knows it: names, nothing more.
 *
 * @param seller  our seller's id
 * @param id      the seller's own name of the model
 * @param aliases other names of the seller's for the same offer
 * @param bare    whether its id alone, without the seller, means this offer
 */
public record ListedName(String seller, String id, List<String> aliases, boolean bare) {
    public ListedName {
        aliases = List.copyOf(aliases);
    }

    /** {@code seller/id}. */
    public String key() {
        return seller + "/" + id;
    }
}
