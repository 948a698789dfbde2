package smeta.price;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;

/** Finds the rates of a card that hold under the terms of a request: variant, time of day, service tier, place. */
final class RateSelection {
    private final RateCard card;
    private final List<Note> notes;

    /** @param notes takes what a person should know about the choice */
    RateSelection(RateCard card, List<Note> notes) {
        this.card = card;
        this.notes = notes;
    }

    /** Every book that may apply; the first is the likely one. */
    List<TieredRates> under(Terms terms) {
        List<TieredRates> books = new ArrayList<>(variants(terms, terms.service()));
        // what is to be said is about the likely tier
        RateSelection silent = new RateSelection(card, new ArrayList<>());
        for (ServiceTier tier : terms.orServed()) {
            if (tier == ServiceTier.STANDARD || card.services().containsKey(tier)) {
                books.addAll(silent.variants(terms, tier));
            }
        }
        return books;
    }

    private List<TieredRates> variants(Terms terms, ServiceTier tier) {
        List<TieredRates> books = new ArrayList<>(under(terms, tier, variant(terms.variant())));
        terms.others().forEach(other -> books.addAll(under(terms, tier, variant(other))));
        return books;
    }

    private TieredRates variant(@Nullable String name) {
        if (name == null) {
            return new TieredRates(card.rates(), card.tiers());
        }
        Rates variant = card.variants().get(name);
        if (variant == null) {
            throw new IllegalArgumentException(
                    "expected a variant of " + card.variants().keySet() + ", found “" + name + "”");
        }
        return new TieredRates(card.rates().overriddenBy(variant), card.tiers());
    }

    private List<TieredRates> under(Terms terms, ServiceTier tier, TieredRates base) {
        List<TieredRates> books = new ArrayList<>();
        for (TieredRates hours : byTimeOfDay(base, terms)) {
            TieredRates book = served(hours, tier);
            String place = terms.residency() != null ? terms.residency() : card.place();
            if (place != null) {
                BigDecimal factor = card.residency().get(place);
                if (factor == null) {
                    throw new IllegalArgumentException(
                            "expected a place of " + card.residency().keySet() + ", found “" + place + "”");
                }
                book = book.times(factor);
            }
            books.add(book);
        }
        return books;
    }

    private List<TieredRates> byTimeOfDay(TieredRates base, Terms terms) {
        List<TieredRates> possible = new ArrayList<>();
        if (terms.moment() == null) {
            possible.add(base);
            for (Window window : card.windows()) {
                possible.add(base.during(window));
            }
            if (!card.windows().isEmpty()) {
                notes.add(new Note(
                        "time_of_day",
                        "The price depends on the time of day, and only the day is given: the bounds cover all"
                                + " hours."));
            }
            return possible;
        }
        for (Window window : card.windows()) {
            if (window.contains(terms.moment().atZone(ZoneOffset.UTC))) {
                possible.add(base.during(window));
                notes.add(new Note("time_of_day", "The rates of the hours “{hours}” apply.")
                        .with("hours", window.name()));
                if (window.except() != null) {
                    possible.add(base);
                    notes.add(new Note(
                                    "calendar_unknown",
                                    "These hours do not hold on {except}, whose calendar is not known here: the bounds cover"
                                            + " both.")
                            .with("except", window.except()));
                }
                return possible;
            }
        }
        possible.add(base);
        return possible;
    }

    private TieredRates served(TieredRates book, ServiceTier tier) {
        if (tier == ServiceTier.STANDARD) {
            return book;
        }
        Service service = card.services().get(tier);
        if (service == null) {
            throw new IllegalArgumentException("expected a service tier that the seller prices (" + offered()
                    + "), found “" + tier.wireName() + "”");
        }
        if (service.multiplier() != null) {
            return book.times(service.multiplier());
        }
        // what the tier's list leaves out costs the standard rate, but a cache discount may not be carried over
        Rates base = book.base().without(Meter.Matter.CACHED_IN).reaching(service.rates());
        if (!service.tiers().isEmpty() || book.tiers().isEmpty()) {
            return new TieredRates(base, service.tiers());
        }
        notes.add(new Note(
                        "no_service_tiers",
                        "The seller lists no {tier} rates for large prompts: past a threshold the standard rates apply.")
                .with("tier", tier.wireName()));
        return new TieredRates(base, book.tiers());
    }

    private String offered() {
        List<String> names = new ArrayList<>(List.of("standard"));
        card.services().keySet().stream().sorted().forEach(t -> names.add(t.wireName()));
        return String.join(", ", names);
    }
}
