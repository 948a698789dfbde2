package smeta.price;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.meter.Unit;
import smeta.meter.Usage;
import smeta.money.Fraction;
import smeta.money.Money;

/**
 * Makes the bill of a usage on a card: variant, time of day, service tier, place, size tier, then line by line.
 *
 * <p>Where the size's bounds reach into several tiers, or the time of day is not known, a line's lower bound takes the
 * cheapest of the rates that are possible and its upper bound the dearest: the bounds hold whichever it turns out to be.
 */
public final class Biller {
    private final RateCard card;
    private final List<Note> notes = new ArrayList<>();

    private Biller(RateCard card) {
        this.card = card;
    }

    /**
     * @throws IllegalArgumentException if the card has no price at all ({@link RateCard#hasPrice}), or the terms name a
     *     service, place or variant that it doesn't list
     */
    public static Bill bill(RateCard card, Usage usage, Terms terms) {
        if (!card.hasPrice()) {
            throw new IllegalArgumentException("the card “" + card.label() + "” has no price: " + card.offer().wireName());
        }
        return new Biller(card).bill(usage, terms);
    }

    /** The base rates and the tiers that replace them. */
    private record Book(Rates base, List<Tier> tiers) {
        Rates at(long size) {
            Rates rates = base;
            for (Tier tier : tiers) {
                if (tier.contains(size)) {
                    rates = base.overriddenBy(tier.rates());
                }
            }
            return rates;
        }

        List<Rates> between(long low, long high) {
            List<Rates> possible = new ArrayList<>();
            possible.add(at(low));
            for (Tier tier : tiers) {
                if (tier.first() > low && tier.first() <= high) {
                    possible.add(base.overriddenBy(tier.rates()));
                }
            }
            return possible;
        }

        Book times(BigDecimal factor) {
            return new Book(base.times(factor), tiers.stream()
                    .map(t -> new Tier(t.threshold(), t.inclusive(), t.rates().times(factor))).toList());
        }
    }

    private Bill bill(Usage asked, Terms terms) {
        List<Book> books = books(terms);
        Book likelyBook = books.get(0);
        Usage usage = inTheCardsUnits(asked, likelyBook);
        Count size = size(asked);
        Rates likelyRates = likelyBook.at(size.likely());
        List<Rates> possible = new ArrayList<>();
        for (Book book : books) {
            possible.addAll(book.between(size.low(), size.high()));
        }
        List<Bill.Line> lines = new ArrayList<>();
        List<Meter> unpriced = new ArrayList<>();
        Money low = Money.zero(card.currency());
        Money likely = low;
        Money high = low;
        for (Map.Entry<Meter, Count> entry : usage.counts().entrySet()) {
            if (entry.getValue().isZero()) {
                continue;
            }
            Bill.Line line = line(entry.getKey(), entry.getValue(), asked, likelyBook, likelyRates, possible, size);
            lines.add(line);
            if (line.likely() == null) {
                unpriced.add(line.meter());
            } else {
                low = low.plus(line.low());
                likely = likely.plus(line.likely());
                high = high.plus(line.high());
            }
        }
        return new Bill(card.currency(), lines, low, likely, high, unpriced, applied(likelyBook, size), notes);
    }

    /** Every book that may apply; the first is the likely one. */
    private List<Book> books(Terms terms) {
        Book base = new Book(card.rates(), card.tiers());
        if (terms.variant() != null) {
            Rates variant = card.variants().get(terms.variant());
            if (variant == null) {
                throw new IllegalArgumentException("expected a variant of " + card.variants().keySet() + ", found “" + terms.variant() + "”");
            }
            base = new Book(base.base().overriddenBy(variant), base.tiers());
        }
        List<Book> books = new ArrayList<>();
        for (Rates rates : byTimeOfDay(base.base(), terms)) {
            Book book = served(new Book(rates, base.tiers()), terms.service());
            if (terms.residency() != null) {
                BigDecimal factor = card.residency().get(terms.residency());
                if (factor == null) {
                    throw new IllegalArgumentException("expected a place of " + card.residency().keySet() + ", found “" + terms.residency() + "”");
                }
                book = book.times(factor);
            }
            books.add(book);
        }
        return books;
    }

    private List<Rates> byTimeOfDay(Rates base, Terms terms) {
        List<Rates> possible = new ArrayList<>();
        if (terms.moment() == null) {
            possible.add(base);
            for (Window window : card.windows()) {
                possible.add(window.appliedTo(base));
            }
            if (!card.windows().isEmpty()) {
                notes.add(new Note("time_of_day", "The price depends on the time of day, and only the day is given: the bounds cover all hours."));
            }
            return possible;
        }
        for (Window window : card.windows()) {
            if (window.contains(terms.moment().atZone(ZoneOffset.UTC))) {
                possible.add(window.appliedTo(base));
                notes.add(new Note("time_of_day", "The rates of the hours “" + window.name() + "” apply."));
                if (window.except() != null) {
                    possible.add(base);
                    notes.add(new Note("calendar_unknown", "These hours do not hold on " + window.except()
                            + ", whose calendar is not known here: the bounds cover both."));
                }
                return possible;
            }
        }
        possible.add(base);
        return possible;
    }

    private Book served(Book book, ServiceTier tier) {
        if (tier == ServiceTier.STANDARD) {
            return book;
        }
        Service service = card.services().get(tier);
        if (service == null) {
            throw new IllegalArgumentException("expected a service tier that the seller prices (" + offered() + "), found “" + tier.wireName() + "”");
        }
        if (service.multiplier() != null) {
            return book.times(service.multiplier());
        }
        // what the tier's list leaves out costs the standard rate, but a cache discount may not be carried over
        Rates base = book.base().without(Meter.Matter.CACHED_IN).overriddenBy(service.rates());
        if (!service.tiers().isEmpty() || book.tiers().isEmpty()) {
            return new Book(base, service.tiers());
        }
        notes.add(new Note("no_service_tiers", "The seller lists no " + tier.wireName()
                + " rates for large prompts: past a threshold the standard rates apply."));
        return new Book(base, book.tiers());
    }

    private String offered() {
        List<String> names = new ArrayList<>(List.of("standard"));
        card.services().keySet().stream().sorted().forEach(t -> names.add(t.wireName()));
        return String.join(", ", names);
    }

    /** Drops, of the same thing counted in two units, the one that the card does not bill. */
    private static Usage inTheCardsUnits(Usage usage, Book book) {
        EnumMap<Meter, Count> kept = new EnumMap<>(Meter.class);
        usage.counts().forEach((meter, count) -> {
            boolean other = usage.counts().keySet().stream()
                    .anyMatch(m -> m != meter && m.matter() == meter.matter() && m.key().equals(meter.key()));
            boolean billed = meter.unit() == Unit.TOKENS ? !book.base().billsInAnotherUnit(meter) : book.base().billsInAnotherUnit(tokens(meter));
            if (!other || billed) {
                kept.put(meter, count);
            }
        });
        Usage result = Usage.NONE;
        for (Map.Entry<Meter, Count> entry : kept.entrySet()) {
            result = result.plus(entry.getKey(), entry.getValue());
        }
        return result;
    }

    private static Meter tokens(Meter meter) {
        return Meter.ofKey(meter.key()).stream().filter(m -> m.unit() == Unit.TOKENS).findFirst().orElse(meter);
    }

    private Count size(Usage usage) {
        return switch (card.tierBy()) {
            case PROMPT_TOKENS -> usage.promptTokens();
            case OUTPUT_TOKENS -> usage.replyTokens();
            case TOTAL_TOKENS -> usage.promptTokens().plus(usage.replyTokens());
        };
    }

    private Bill.Line line(Meter meter, Count count, Usage usage, Book likelyBook, Rates likelyRates, List<Rates> possible, Count size) {
        Optional<Rate> found = likelyRates.resolve(meter);
        if (found.isEmpty()) {
            return new Bill.Line(meter, count, null, null, null, null, null);
        }
        Rate rate = found.get();
        Meter from = rate.meter() == meter ? null : rate.meter();
        Money likely = card.marginal() ? marginal(meter, count.likely(), likelyBook, size.likely()) : priced(rate, meter, count.likely());
        Money low = card.marginal() ? marginal(meter, count.low(), likelyBook, size.low()) : priced(rate, meter, count.low());
        Money high = card.marginal() ? marginal(meter, count.high(), likelyBook, size.high()) : priced(rate, meter, count.high());
        if (!card.marginal()) {
            for (Rates rates : possible) {
                Rate other = rates.resolve(meter).orElse(rate);
                low = low.min(priced(other, meter, count.low()));
                high = high.max(priced(other, meter, count.high()));
            }
        }
        for (Doubt doubt : card.doubts()) {
            if (doubt.meter() == rate.meter()) {
                Count quantity = doubt.reading().meter() == rate.meter() ? count : usage.get(doubt.reading().meter());
                low = low.min(doubt.reading().of(quantity.low()));
                high = high.max(doubt.reading().of(quantity.high()));
                notes.add(new Note("doubtful_rate", "The printed rate " + rate + " for " + meter.wireName() + " is used; it is probably meant as "
                        + doubt.reading() + " (" + doubt.why() + "), which is in the bounds."));
            }
        }
        return new Bill.Line(meter, count, rate.forMeter(meter), from, low, likely, high);
    }

    private static Money priced(Rate rate, Meter meter, long count) {
        return rate.forMeter(meter).of(count);
    }

    /** Each slice of the size at its own tier's rate; a meter takes part in every slice by its share of the size. */
    private Money marginal(Meter meter, long count, Book book, long size) {
        if (size == 0 || count == 0) {
            return book.at(size).resolve(meter).map(r -> priced(r, meter, count)).orElseGet(() -> Money.zero(card.currency()));
        }
        Fraction sum = Fraction.ZERO;
        long from = 0;
        Rates rates = book.base();
        for (int i = 0; i <= book.tiers().size() && from < size; i++) {
            long to = i == book.tiers().size() ? size : Math.min(size, book.tiers().get(i).first() - 1);
            Rate rate = rates.resolve(meter).orElseThrow();
            sum = sum.plus(priced(rate, meter, count).amount().times(to - from).dividedBy(size));
            from = to;
            if (i < book.tiers().size()) {
                rates = book.base().overriddenBy(book.tiers().get(i).rates());
            }
        }
        return new Money(sum, card.currency());
    }

    private Bill.@Nullable AppliedTier applied(Book book, Count size) {
        if (book.tiers().isEmpty()) {
            return null;
        }
        Long threshold = null;
        Long next = null;
        for (Tier tier : book.tiers()) {
            if (tier.contains(size.likely())) {
                threshold = tier.threshold();
            } else if (next == null) {
                next = tier.first();
            }
        }
        boolean certain = book.at(size.low()).equals(book.at(size.high()));
        return new Bill.AppliedTier(card.tierBy(), threshold, size.likely(), next, certain);
    }
}
