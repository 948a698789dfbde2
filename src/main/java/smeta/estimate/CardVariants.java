package smeta.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.media.PictureFacts;
import smeta.media.PictureLabels;
import smeta.meter.Meter;
import smeta.money.Fraction;
import smeta.price.Note;
import smeta.price.Rate;
import smeta.price.RateCard;

/**
 * Which of a card's variants a request is billed by: what the caller says, or what the body and the model's published
 * defaults tell; several where they leave it open.
 *
 * @param likely null for the card's base
 * @param others that it may be instead
 */
record CardVariants(@Nullable String likely, List<String> others) {
    private static final String SEARCH = "search ";

    static CardVariants of(Request request, Model model, RateCard card, Set<Note> notes) {
        if (request.assumptions.place().variant() != null || card.variants().isEmpty()) {
            return new CardVariants(request.assumptions.place().variant(), List.of());
        }
        List<String> all = card.variants().keySet().stream().sorted().toList();
        List<String> searches =
                all.stream().filter(name -> name.startsWith(SEARCH)).toList();
        if (!searches.isEmpty()) {
            return byDepth(request, model, searches, notes);
        }
        boolean pictures = all.stream().allMatch(name -> picturePrice(card, name) != null);
        boolean inBase = TextReply.price(card, Meter.IMAGE_OUTPUT_TOKENS) != null
                || TextReply.price(card, Meter.OUTPUT_IMAGES) != null;
        return pictures && !inBase ? bySize(request, card, all, notes) : new CardVariants(null, List.of());
    }

    private static CardVariants byDepth(Request request, Model model, List<String> searches, Set<Note> notes) {
        String said = request.prompt.wishes().searchDepth();
        String depth = said != null || model.searches() == null
                ? said
                : model.searches().depth();
        if (depth != null && searches.contains(SEARCH + depth)) {
            return new CardVariants(SEARCH + depth, List.of());
        }
        notes.add(new Note(
                "search_depth_not_known", "The fee goes by the depth of the search; the bounds cover every depth."));
        return new CardVariants(null, searches);
    }

    private static CardVariants bySize(Request request, RateCard card, List<String> all, Set<Note> notes) {
        PictureFacts asked = MadePicture.facts(request.prompt.wishes().picture());
        List<String> fitting = PictureLabels.matching(all, asked.size(), asked.quality());
        if (fitting.isEmpty()) {
            notes.add(new Note(
                            "picture_size_not_priced",
                            "No price is published for that size or quality; the bounds cover those that are: {priced}.")
                    .with("priced", all));
            fitting = all;
        }
        List<String> byPrice = fitting.stream()
                .sorted(Comparator.comparing((String name) -> picturePrice(card, name)))
                .toList();
        return new CardVariants(byPrice.get(0), byPrice.subList(1, byPrice.size()));
    }

    private static @Nullable Fraction picturePrice(RateCard card, String variant) {
        return Objects.requireNonNull(card.variants().get(variant))
                .get(Meter.OUTPUT_IMAGES)
                .map(Rate::perUnit)
                .orElse(null);
    }
}
