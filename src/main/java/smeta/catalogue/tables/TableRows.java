package smeta.catalogue.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.name.Sellers;

/** A table's rows under their real sellers, with what is known of the same model here. */
final class TableRows {
    private final Sellers sellers = Sellers.bundled();
    private final ImportSource source;
    private final CatalogueNames names;

    TableRows(ImportSource source, Catalogue own) {
        this.source = source;
        names = CatalogueNames.of(own, null);
    }

    /** Two rows of one offer complete each other like two tables, the first before the second. */
    List<ImportedOffer> offers(ImportSheet sheet) {
        Map<String, ImportedOffer> offers = new LinkedHashMap<>();
        for (ImportedModel row : sheet.models.values()) {
            String seller = seller(row);
            String id = id(row.id, seller);
            if (id.isBlank()) {
                continue;
            }
            like(row, seller, id);
            ImportedOffer offer = new ImportedOffer(row.id, seller, id, row.json(source.currencyCode(), source.key()));
            offers.merge(
                    offer.key(),
                    offer,
                    (first, second) -> new ImportedOffer(
                            first.row(), seller, id, OfferMerge.merged(first.model(), second.model())));
        }
        return new ArrayList<>(offers.values());
    }

    /** The same model elsewhere, else one of its family, has its vocabulary, framing and media rules. */
    private void like(ImportedModel row, String seller, String id) {
        names.find(seller + "/" + id, null).or(() -> names.find(id, null)).ifPresent(named -> {
            row.like = named.counted();
            row.assumed = named.isOfAFamily();
        });
    }

    private String seller(ImportedModel row) {
        int slash = row.id.indexOf('/');
        String word = source.isSellersOwn()
                ? source.provider()
                : row.soldBy != null ? row.soldBy : slash <= 0 ? source.provider() : row.id.substring(0, slash);
        return seller(word).orElse(word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-"));
    }

    private Optional<String> seller(String word) {
        return sellers.seller(word, source.format().wireName());
    }

    /** A table that lists many sellers has the seller's word before the slash; a seller's own table has not. */
    private String id(String name, String seller) {
        int slash = name.indexOf('/');
        boolean prefixed = slash > 0
                && !source.isSellersOwn()
                && (source.format() != ImportFormat.LITELLM || names(name.substring(0, slash), seller));
        return prefixed ? name.substring(slash + 1) : name;
    }

    private boolean names(String word, String seller) {
        return seller(word)
                .map(seller::equals)
                .orElse(word.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9.]+", "-")
                        .equals(seller));
    }
}
