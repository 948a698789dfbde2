package smeta.name;

/**
 * An offer of the wide list as the resolver knows it, with its spellings, which take longer to make than to read.
 *
 * @param seller our seller's id
 * @param id     the seller's own name of the model
 * @param whole  all words of the id
 * @param plain  the same without its maker's
 */
public record SpelledName(String seller, String id, String whole, String plain) {
    /** By the rules that ship with the program. */
    public static SpelledName of(String seller, String id) {
        PlainNames names = NameRules.bundled().plain();
        return new SpelledName(seller, id, names.spelling().of(id), names.of(id));
    }

    /** {@code seller/id}. */
    public String key() {
        return seller + "/" + id;
    }
}
