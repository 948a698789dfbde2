package smeta.catalogue;

import smeta.name.ListedName;
import smeta.name.Resolver;

/** The catalogue's offers as names. */
public final class CatalogueNames {
    private CatalogueNames() {}

    /** Which of the catalogue's offers a name means. */
    public static Resolver resolver(Catalogue catalogue) {
        return Resolver.over(catalogue.models().stream()
                .map(m -> new ListedName(
                        m.provider(),
                        m.id(),
                        m.aliases(),
                        true,
                        catalogue.find(m.id()).filter(found -> found == m).isPresent()))
                .toList());
    }
}
