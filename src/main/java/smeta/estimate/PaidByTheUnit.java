package smeta.estimate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.Rates;

/**
 * Sellers of pictures, films, transcripts and rankings who bill by the picture, the second or the search publish no price
 * of a token: what is said beside it, and what is written down, is in that price.
 */
final class PaidByTheUnit {
    private PaidByTheUnit() {}

    /** The items that the card bills: without its tokens, if it has a price for another unit only. */
    static List<Item> billed(List<Item> items, Model model, RateCard card, Set<Note> notes) {
        boolean makes = !model.gives().contains(Modality.TEXT)
                && (prices(card, Meter.OUTPUT_IMAGES) || prices(card, Meter.VIDEO_OUTPUT_SECONDS));
        boolean ranks = model.gives().isEmpty() && prices(card, Meter.REQUESTS);
        if (!makes && !ranks && !writesInThePrice(model, card) || pricesTokens(card)) {
            return items;
        }
        List<Item> billed = items.stream()
                .filter(item -> !item.meter().isPromptTokens() && !item.meter().isReplyTokens())
                .toList();
        notes.add(new Note(
                "tokens_in_the_price", "The seller bills by the unit and has no price of a token: none is added."));
        return billed;
    }

    /** Whether a model of nothing but sound is paid by the second, however much it writes down. */
    static boolean writesInThePrice(Model model, RateCard card) {
        return !model.accepts().contains(Modality.TEXT) && prices(card, Meter.AUDIO_SECONDS) && !pricesTokens(card);
    }

    private static boolean pricesTokens(RateCard card) {
        return prices(card, Meter.INPUT_TOKENS) || prices(card, Meter.OUTPUT_TOKENS);
    }

    private static boolean prices(RateCard card, Meter meter) {
        return Stream.concat(Stream.of(card.rates()), card.variants().values().stream())
                .anyMatch((Rates rates) -> rates.get(meter).isPresent());
    }
}
