package smeta.contract;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.Model;
import smeta.price.RateCard;

/**
 * What a customer agreed with sellers: names of its own, discounts by seller, model and period, and own rates. Whatever
 * is priced over a catalogue that it is laid on is priced by it. Immutable and thread-safe.
 */
public final class Contract {
    private final Agreement agreement;
    private final List<AgreedName> names;
    private final List<AgreedDiscount> discounts;
    private final String version;

    Contract(Agreement agreement, List<AgreedName> names, List<AgreedDiscount> discounts, String text) {
        this.agreement = agreement;
        this.names = List.copyOf(names);
        this.discounts = List.copyOf(discounts);
        version = HexFormat.of().toHexDigits(text.hashCode());
    }

    public String title() {
        return agreement.title();
    }

    /** The day, month or year of which it is, as written. */
    public String asOf() {
        return agreement.asOf();
    }

    /** How many names it has. */
    public int names() {
        return names.size();
    }

    /** How many discounts it has. */
    public int discounts() {
        return discounts.size();
    }

    /** The same names at the agreed prices, and the customer's own names, which win; under a version that tells both. */
    public CatalogueNames over(CatalogueNames plain) {
        Catalogue repriced = plain.catalogue().repriced(plain.catalogue().version() + "+" + version, this::discounted);
        CatalogueNames listed = plain.with(repriced, name -> Optional.empty());
        return plain.with(repriced, new OwnNames(listed, names, agreement)::find);
    }

    private Model discounted(Model offer) {
        List<RateCard> cards = DiscountedCards.of(offer, discounts);
        return cards == offer.rates() ? offer : offer.at(cards, Map.of(), offer.notes());
    }
}
