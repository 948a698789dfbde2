package smeta.contract;

import java.util.Map;
import smeta.catalogue.Source;
import smeta.price.Note;
import smeta.price.RateCard;

/**
 * The contract as a source of numbers.
 *
 * @param title what people call it
 * @param asOf  the day, month or year of which it is
 */
record Agreement(String title, String asOf) {
    private static final String KEY = "contract";

    Map<String, Source> sources() {
        return Map.of(KEY, new Source(KEY, title, null, asOf, false));
    }

    /** A card of the contract's own rates. */
    RateCard card(RateCard card) {
        return card.from(
                KEY,
                new Note("contract_rates", "The rates are those that “{contract}” has for this name.")
                        .with("contract", title));
    }
}
