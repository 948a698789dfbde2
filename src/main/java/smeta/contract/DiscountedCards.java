package smeta.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.price.Discount;
import smeta.price.Offer;
import smeta.price.Period;
import smeta.price.RateCard;

/** Cards with discounts on them: a card is parted where a discount begins or ends. */
final class DiscountedCards {
    private final List<AgreedDiscount> discounts;

    /** @param discounts of one offer, those of the model itself before those of its seller */
    private DiscountedCards(List<AgreedDiscount> discounts) {
        this.discounts = discounts;
    }

    /** The offer's cards; the discount of the model itself goes before its seller's, and is not added to it. */
    static List<RateCard> of(Model offer, List<AgreedDiscount> all) {
        List<AgreedDiscount> given = new ArrayList<>();
        all.stream().filter(d -> d.model() != null && d.isOn(offer)).forEach(given::add);
        all.stream().filter(d -> d.model() == null && d.isOn(offer)).forEach(given::add);
        if (given.isEmpty()) {
            return offer.rates();
        }
        DiscountedCards cards = new DiscountedCards(given);
        return offer.rates().stream()
                .flatMap(card -> cards.parts(card).stream())
                .toList();
    }

    private List<RateCard> parts(RateCard card) {
        if (card.offer() != Offer.SOLD) {
            return List.of(card);
        }
        List<RateCard> parts = new ArrayList<>();
        Instant start = card.period().from();
        for (Instant edge : edges(card.period())) {
            parts.add(card.during(new Period(start, edge), at(start)));
            start = edge;
        }
        parts.add(card.during(new Period(start, card.period().until()), at(start)));
        return parts;
    }

    /** Where a discount begins or ends within the period. */
    private SortedSet<Instant> edges(Period within) {
        SortedSet<Instant> edges = new TreeSet<>();
        for (AgreedDiscount one : discounts) {
            for (Instant edge : new Instant[] {one.period().from(), one.period().until()}) {
                if (edge != null && within.contains(edge) && !edge.equals(within.from())) {
                    edges.add(edge);
                }
            }
        }
        return edges;
    }

    private @Nullable Discount at(@Nullable Instant start) {
        return discounts.stream()
                .filter(d -> d.isGivenAt(start))
                .map(AgreedDiscount::discount)
                .findFirst()
                .orElse(null);
    }
}
