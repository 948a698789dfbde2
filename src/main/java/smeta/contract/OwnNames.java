package smeta.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.name.Resolution;

/** A customer's own names over a catalogue: in any case, and with their seller before them as gateways write it. */
final class OwnNames {
    private final CatalogueNames listed;
    private final Map<String, OwnOffer> byName = new LinkedHashMap<>();

    private record OwnOffer(String name, Model model) {}

    /** @param listed the catalogue's names, at the contract's prices */
    OwnNames(CatalogueNames listed, List<AgreedName> names, Agreement agreement) {
        this.listed = listed;
        for (AgreedName name : names) {
            name.model(listed, agreement)
                    .ifPresent(model -> byName.put(key(name.name()), new OwnOffer(name.name(), model)));
        }
    }

    Optional<NamedModel> find(String asked) {
        String name = asked.strip();
        List<String> by = new ArrayList<>();
        if (!name.equals(asked)) {
            by.add("spaces");
        }
        OwnOffer offer = byName.get(key(name));
        int slash = name.indexOf('/');
        if (offer == null && slash > 0) {
            String seller = listed.seller(name.substring(0, slash)).orElse("");
            name = name.substring(slash + 1);
            offer = byName.get(key(name));
            offer = offer != null && offer.model().provider().equals(seller) ? offer : null;
            by.add("gateway_prefix");
        }
        if (offer == null) {
            return Optional.empty();
        }
        if (!offer.name().equals(name)) {
            by.add("case");
        }
        by.add("contract");
        return Optional.of(new NamedModel(
                asked, offer.model(), new Resolution.Listed(asked, offer.model().qualifiedId(), by)));
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
