package smeta.catalogue;

import java.util.ArrayList;
import java.util.List;
import smeta.name.Resolution;

/** A model that no list has: counted like a listed one, with no limit and no price of its own. */
final class UnlistedModel {
    private UnlistedModel() {}

    static Model like(Model like, Resolution.Unpriced name, String sellerTitle) {
        boolean family = name.family() != null;
        return new Model(
                name.seller(),
                sellerTitle,
                name.id(),
                name.id(),
                like.maker(),
                List.of(),
                null,
                null,
                like.accepts(),
                like.gives(),
                like.givesUnasked(),
                like.capabilities(),
                family ? null : like.tools(),
                like.reasons(),
                null,
                null,
                null,
                like.tokenizer(),
                family || like.tokenizerAssumed(),
                like.framing(),
                like.toolOverhead(),
                Limits.UNKNOWN,
                like.image(),
                like.audio(),
                like.video(),
                like.document(),
                like.media(),
                like.searches(),
                like.caching(),
                List.of(),
                List.of(),
                notes(like, name, sellerTitle),
                like.sources(),
                like.origin());
    }

    private static List<String> notes(Model like, Resolution.Unpriced name, String sellerTitle) {
        List<String> notes = new ArrayList<>();
        notes.add(
                name.family() == null
                        ? "No list has this name at " + sellerTitle + ": it is counted as " + like.qualifiedId()
                                + ", the same model elsewhere; its price and its limits here are not known."
                        : "No list has this name: it is counted as " + like.qualifiedId() + " of the family "
                                + name.family() + ", which is assumed; its price and its limits are not known.");
        return notes;
    }
}
