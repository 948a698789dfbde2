package smeta.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.name.SpelledName;

/** Which models' ids, titles, makers or sellers have all of some words, in any spelling of the id. */
final class ModelSearch {
    private final List<String> words;
    private final @Nullable String seller;

    /**
     * @param words  separated by spaces; null or none for every model
     * @param seller whose models alone; null for everybody's
     */
    ModelSearch(@Nullable String words, @Nullable String seller) {
        this.words = words == null || words.isBlank()
                ? List.of()
                : List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        this.seller = seller;
    }

    /**
     * Of the main list, in its order, and then of the wide one, by seller and id. No model of the wide list is read.
     *
     * @param all whether the wide list is looked through too
     * @return {@code seller/id} of each
     */
    List<String> keys(Catalogue catalogue, CatalogueNames names, boolean all) {
        List<String> keys = new ArrayList<>();
        for (Model model : catalogue.models()) {
            if (isMeant(model.provider(), model.id(), text(model))) {
                keys.add(model.qualifiedId());
            }
        }
        if (all) {
            for (String key : names.wideOffers()) {
                int slash = key.indexOf('/');
                if (isMeant(key.substring(0, slash), key.substring(slash + 1), catalogue.wide().title(key))) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private static String text(Model model) {
        return model.title() + " " + model.providerTitle() + " " + (model.maker() == null ? "" : model.maker()) + " "
                + String.join(" ", model.aliases());
    }

    private boolean isMeant(String provider, String id, String more) {
        if (seller != null && !seller.equals(provider)) {
            return false;
        }
        if (words.isEmpty()) {
            return true;
        }
        String text = (provider + "/" + id + " " + more).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains)
                || SpelledName.of(provider, id).whole().contains(SpelledName.of("", String.join(" ", words)).whole());
    }
}
