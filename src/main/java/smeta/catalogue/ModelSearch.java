package smeta.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import smeta.name.SpelledName;
import smeta.name.WideNames;

/** Which models' ids, titles, makers or sellers have all of some words, in any spelling of the id. */
final class ModelSearch {
    private final List<String> words;
    private final String spelledWords;
    private final @Nullable String seller;

    /**
     * @param words  separated by spaces; null or none for every model
     * @param seller whose models alone; null for everybody's
     */
    ModelSearch(@Nullable String words, @Nullable String seller) {
        this.words = words == null || words.isBlank()
                ? List.of()
                : Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                        .distinct()
                        .toList();
        spelledWords = SpelledName.of("", String.join(" ", this.words)).whole();
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
            Supplier<String> spelled =
                    () -> SpelledName.of(model.provider(), model.id()).whole();
            if (isMeant(model.provider(), model.id(), text(model), spelled)) {
                keys.add(model.qualifiedId());
            }
        }
        if (all && words.isEmpty() && seller == null) {
            keys.addAll(names.wideOffers());
        } else if (all) {
            WideNames wide = catalogue.wide().names();
            for (String key : names.wideOffers()) {
                SpelledName name = wide.name(wide.find(key));
                if (isMeant(name.seller(), name.id(), catalogue.wide().title(key), name::whole)) {
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

    private boolean isMeant(String provider, String id, String more, Supplier<String> spelled) {
        if (seller != null && !seller.equals(provider)) {
            return false;
        }
        if (words.isEmpty()) {
            return true;
        }
        String text = (provider + "/" + id + " " + more).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains) || spelled.get().contains(spelledWords);
    }
}
