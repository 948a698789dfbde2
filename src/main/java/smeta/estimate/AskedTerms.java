package smeta.estimate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.ServiceTier;

/**
 * The service tier and the place for which a request is billed: what the caller says, or else what the body asks for.
 *
 * @param place  null for the card's own
 * @param others tiers for which it may be billed instead
 */
record AskedTerms(ServiceTier tier, @Nullable String place, List<ServiceTier> others) {
    /** How vendors spell the standard tier, or leave the choice to the account. */
    private static final List<String> STANDARD_NAMES =
            List.of("auto", "default", "standard", "standard_only", "on_demand");

    /** How vendors spell that any place will do. */
    private static final List<String> ANY_PLACE = List.of("global", "not_available");

    /**
     * Null if no price is published for what is asked.
     *
     * @param notes takes what a person should know about the choice
     */
    static @Nullable AskedTerms of(Request request, RateCard card, Set<Note> notes) {
        ServiceTier asked = tier(request);
        boolean known = asked != null;
        if (!known) {
            notes.add(new Note(
                    "unknown_service_tier",
                    "The body asks for a service tier that is not known here; the standard prices are likely, and the"
                            + " bounds cover every tier that is sold."));
        }
        ServiceTier tier = asked == null ? ServiceTier.STANDARD : asked;
        List<ServiceTier> others =
                known ? List.of() : List.copyOf(card.services().keySet());
        if (tier != ServiceTier.STANDARD && !card.services().containsKey(tier)) {
            notes.add(new Note("tier_not_priced", "No price is published for the service tier “{tier}” of this model.")
                    .with("tier", tier.wireName()));
            return null;
        }
        String place = request.assumptions.place().residency();
        String body = request.prompt.place();
        if (place == null && body != null && !ANY_PLACE.contains(body)) {
            if (!card.residency().containsKey(body)) {
                notes.add(notPriced(card));
                return card.residency().isEmpty() ? new AskedTerms(tier, null, others) : null;
            }
            place = body;
        }
        String location = request.assumptions.place().location();
        if (place == null && location != null && !ANY_PLACE.contains(location)) {
            place = located(location, card, notes);
        }
        return new AskedTerms(tier, place, others);
    }

    /**
     * The card's place of a location like {@code us-east5} or {@code europe-west1}. Of one that it doesn't name, the
     * dearest: what isn't global has one of the card's factors (Vertex AI's price page, 2026: regional and multi-region
     * endpoints cost more).
     */
    private static @Nullable String located(String location, RateCard card, Set<Note> notes) {
        String area = location.replaceFirst("-.*", "").replace("europe", "eu");
        if (card.residency().containsKey(location)) {
            return location;
        } else if (card.residency().containsKey(area)) {
            return area;
        }
        notes.add(notPriced(card));
        return card.residency().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Null if the body asks for one that is not known here. */
    private static @Nullable ServiceTier tier(Request request) {
        if (request.assumptions.tier() != null) {
            return request.assumptions.tier();
        }
        String body = request.prompt.serviceTier();
        return body == null || STANDARD_NAMES.contains(body)
                ? ServiceTier.STANDARD
                : ServiceTier.named(body).orElse(null);
    }

    private static Note notPriced(RateCard card) {
        return card.residency().isEmpty()
                ? new Note(
                        "place_not_priced",
                        "The seller publishes no other price for being served in a place of the caller's choice; the"
                                + " standard prices are used.")
                : new Note(
                                "place_not_priced",
                                "No price is published for being served in that place; known are {known}.")
                        .with("known", List.copyOf(card.residency().keySet()));
    }
}
