package smeta.contract;

import java.util.List;
import java.util.Optional;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.price.RateCard;

/**
 * A customer's own name for an offer.
 *
 * @param name   as it is sent
 * @param target the offer, in any spelling that the catalogue understands
 * @param cards  its own rates, which are what is paid: no discount is taken off them; none for the offer's list prices
 */
record AgreedName(String name, String target, List<RateCard> cards) {
    AgreedName {
        cards = List.copyOf(cards);
    }

    /** Empty if the catalogue doesn't have the offer and there are no rates for it. */
    Optional<Model> model(CatalogueNames listed, Agreement agreement) {
        Optional<NamedModel> found = listed.find(target, null);
        if (cards.isEmpty()) {
            return found.filter(NamedModel::isListed).map(NamedModel::model);
        }
        return found.map(offer -> offer.model()
                .at(
                        cards.stream().map(agreement::card).toList(),
                        agreement.sources(),
                        offer.isListed() ? offer.model().notes() : List.of(unlisted(offer.model()))));
    }

    private String unlisted(Model model) {
        return "No list has the offer " + model.qualifiedId() + ": it is counted like the same model or family"
                + " elsewhere; its limits are not known, its rates are the contract's.";
    }
}
