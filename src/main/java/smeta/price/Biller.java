package smeta.price;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;
import smeta.meter.Item;
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
        return bill(card, usage.counts().entrySet().stream().map(e -> new Item(e.getKey().wireName(), e.getKey(), e.getValue(), null)).toList(), terms);
    }

    /** A line for every item. */
    public static Bill bill(RateCard card, List<Item> items, Terms terms) {
        if (!card.hasPrice()) {
            throw new IllegalArgumentException("the card “" + card.label() + "” has no price: " + card.offer().wireName());
        }
        return new Biller(card).bill(items, terms);
    }

    /** The base rates and the tiers that replace them. */
    private record Book(Rates base, List<Tier> tiers) {
        /** The last tier that contains the size decides. */
        Rates at(long size, long reply) {
            Rates rates = base;
            for (Tier tier : tiers) {
                if (tier.contains(size, reply)) {
                    rates = base.overriddenBy(tier.rates());
                }
            }
            return rates;
        }

        List<Rates> between(Sizes sizes) {
            Set<Long> edges = new TreeSet<>(Set.of(sizes.size().low()));
            Set<Long> replyEdges = new TreeSet<>(Set.of(sizes.reply().low()));
            for (Tier tier : tiers) {
                if (tier.first() > sizes.size().low() && tier.first() <= sizes.size().high()) {
                    edges.add(tier.first());
                }
                if (tier.outputAbove() != null && tier.outputAbove() >= sizes.reply().low() && tier.outputAbove() < sizes.reply().high()) {
                    replyEdges.add(tier.outputAbove() + 1);
                }
            }
            List<Rates> possible = new ArrayList<>();
            edges.forEach(size -> replyEdges.forEach(reply -> possible.add(at(size, reply))));
            return possible;
        }

        Book times(BigDecimal factor) {
            return new Book(base.times(factor), tiers.stream().map(t -> t.withRates(t.rates().times(factor))).toList());
        }

        /** Hours of the day decide over the size: a multiplier holds in every tier, and the hours' own rates replace a tier's. */
        Book during(Window window) {
            return window.multiplier() != null ? times(window.multiplier()) : new Book(base.overriddenBy(window.rates()),
                    tiers.stream().map(t -> t.withRates(t.rates().overriddenBy(window.rates()))).toList());
        }
    }

    /** What tiers are chosen by. */
    private record Sizes(Count size, Count reply) {}

    private Bill bill(List<Item> items, Terms terms) {
        Usage usage = Item.usage(items);
        List<Book> books = books(terms);
        Book likelyBook = books.get(0);
        Sizes sizes = new Sizes(size(usage), usage.replyTokens());
        List<Rates> possible = new ArrayList<>();
        for (Book book : books) {
            possible.addAll(book.between(sizes));
        }
        Pricing pricing = new Pricing(usage, likelyBook, likelyBook.at(sizes.size().likely(), sizes.reply().likely()), possible, sizes);
        List<Bill.Line> lines = new ArrayList<>();
        Set<Meter> unpriced = EnumSet.noneOf(Meter.class);
        Money low = Money.zero(card.currency());
        Money likely = low;
        Money high = low;
        for (Item item : items) {
            if (item.count().isZero() || !isBilled(item, items, likelyBook.base())) {
                continue;
            }
            Bill.Line line = line(item, pricing);
            lines.add(line);
            if (line.likely() == null) {
                unpriced.add(item.meter());
            } else {
                low = low.plus(line.low());
                likely = likely.plus(line.likely());
                high = high.plus(line.high());
            }
        }
        return new Bill(card.currency(), lines, low, likely, high, List.copyOf(unpriced), applied(likelyBook, sizes),
                notes.stream().distinct().toList());
    }

    /** What decides a line's price besides its own count. */
    private record Pricing(Usage usage, Book book, Rates likely, List<Rates> possible, Sizes sizes) {}

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
        for (Book hours : byTimeOfDay(base, terms)) {
            Book book = served(hours, terms.service());
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

    private List<Book> byTimeOfDay(Book base, Terms terms) {
        List<Book> possible = new ArrayList<>();
        if (terms.moment() == null) {
            possible.add(base);
            for (Window window : card.windows()) {
                possible.add(base.during(window));
            }
            if (!card.windows().isEmpty()) {
                notes.add(new Note("time_of_day", "The price depends on the time of day, and only the day is given: the bounds cover all hours."));
            }
            return possible;
        }
        for (Window window : card.windows()) {
            if (window.contains(terms.moment().atZone(ZoneOffset.UTC))) {
                possible.add(base.during(window));
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

    /** Of the same thing counted in two units, the card bills one: tokens, unless it prices only the other unit. */
    private static boolean isBilled(Item item, List<Item> items, Rates rates) {
        Meter meter = item.meter();
        List<Meter> others = items.stream().filter(i -> isTheSame(item, i)).map(Item::meter).toList();
        if (others.isEmpty()) {
            return true;
        }
        if (meter.unit() == Unit.TOKENS) {
            return rates.get(tokens(meter)).isPresent() || others.stream().noneMatch(m -> rates.get(m).isPresent());
        }
        return rates.get(meter).isPresent() && rates.get(tokens(meter)).isEmpty();
    }

    /** Whether both tell of one thing, in tokens and in another unit; its tokens may be cached ones. */
    private static boolean isTheSame(Item item, Item other) {
        boolean sameKey = other.meter().matter() == item.meter().matter() && other.meter().key().equals(item.meter().key());
        return (other.meter().unit() == Unit.TOKENS) != (item.meter().unit() == Unit.TOKENS) && (sameKey || other.name().equals(item.name()));
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

    private Bill.Line line(Item item, Pricing pricing) {
        Meter meter = item.meter();
        Optional<Rate> found = pricing.likely().resolve(meter);
        if (found.isEmpty()) {
            return new Bill.Line(item, null, null, null, null, null);
        }
        Rate rate = found.get();
        Money[] amounts = card.marginal() ? marginal(item, rate, pricing) : whole(item, rate, pricing);
        for (Doubt doubt : card.doubts()) {
            if (doubt.meter() == rate.meter()) {
                widen(amounts, doubt, item, rate, pricing.usage());
            }
        }
        return new Bill.Line(item, rate.forMeter(meter), rate.meter() == meter ? null : rate.meter(), amounts[0], amounts[1], amounts[2]);
    }

    private static Money[] whole(Item item, Rate rate, Pricing pricing) {
        Money low = priced(rate, item.meter(), item.count().low());
        Money likely = priced(rate, item.meter(), item.count().likely());
        Money high = priced(rate, item.meter(), item.count().high());
        for (Rates rates : pricing.possible()) {
            Rate other = rates.resolve(item.meter()).orElse(rate);
            low = low.min(priced(other, item.meter(), item.count().low()));
            high = high.max(priced(other, item.meter(), item.count().high()));
        }
        return new Money[] {low, likely, high};
    }

    private Money[] marginal(Item item, Rate rate, Pricing pricing) {
        return new Money[] {
            marginal(item.meter(), item.count().low(), pricing.book(), pricing.sizes().size().low(), rate),
            marginal(item.meter(), item.count().likely(), pricing.book(), pricing.sizes().size().likely(), rate),
            marginal(item.meter(), item.count().high(), pricing.book(), pricing.sizes().size().high(), rate)};
    }

    /** Takes the doubted rate's other reading into the bounds; one in another unit counts the item as one of it. */
    private void widen(Money[] amounts, Doubt doubt, Item item, Rate rate, Usage usage) {
        boolean sameUnit = doubt.reading().meter() == rate.meter();
        Count inThatUnit = usage.get(doubt.reading().meter());
        if (inThatUnit.isZero() && item.meter() == Meter.DOCUMENT_TOKENS) {
            // a page that is priced as a picture is one picture
            inThatUnit = usage.get(Meter.PAGES);
        }
        if (!sameUnit && inThatUnit.isZero()) {
            return;
        }
        Count all = usage.get(item.meter());
        Fraction low = doubt.reading().of(sameUnit ? item.count().low() : inThatUnit.low()).amount();
        Fraction high = doubt.reading().of(sameUnit ? item.count().high() : inThatUnit.high()).amount();
        if (!sameUnit && !all.equals(item.count())) {
            low = all.likely() == 0 ? low : low.times(item.count().likely()).dividedBy(all.likely());
            high = all.likely() == 0 ? high : high.times(item.count().likely()).dividedBy(all.likely());
        }
        amounts[0] = amounts[0].min(new Money(low, card.currency()));
        amounts[2] = amounts[2].max(new Money(high, card.currency()));
        notes.add(new Note("doubtful_rate", "The rate for “" + rate.meter().key() + "” is used as printed, " + rate + "; it is probably meant as "
                + doubt.reading() + ": " + doubt.why() + ". The other reading is in the bounds."));
    }

    private static Money priced(Rate rate, Meter meter, long count) {
        return rate.forMeter(meter).of(count);
    }

    /**
     * Each slice of the size at its own tier's rate; a meter takes part in every slice by its share of the size.
     *
     * @param reached for slices that have no rate of their own
     */
    private Money marginal(Meter meter, long count, Book book, long size, Rate reached) {
        if (size == 0 || count == 0) {
            return book.at(size, 0).resolve(meter).map(r -> priced(r, meter, count)).orElseGet(() -> Money.zero(card.currency()));
        }
        Fraction sum = Fraction.ZERO;
        long from = 0;
        Rates rates = book.base();
        for (int i = 0; i <= book.tiers().size() && from < size; i++) {
            long to = i == book.tiers().size() ? size : Math.min(size, book.tiers().get(i).first() - 1);
            Rate rate = rates.resolve(meter).orElse(reached);
            sum = sum.plus(priced(rate, meter, count).amount().times(to - from).dividedBy(size));
            from = to;
            if (i < book.tiers().size()) {
                rates = book.base().overriddenBy(book.tiers().get(i).rates());
            }
        }
        return new Money(sum, card.currency());
    }

    private Bill.@Nullable AppliedTier applied(Book book, Sizes sizes) {
        if (book.tiers().isEmpty()) {
            return null;
        }
        long size = sizes.size().likely();
        Tier applied = null;
        Long next = null;
        for (Tier tier : book.tiers()) {
            if (tier.contains(size, sizes.reply().likely())) {
                applied = tier;
            } else if (next == null && tier.first() > size) {
                next = tier.first();
            }
        }
        boolean certain = book.between(sizes).stream().distinct().count() == 1;
        return new Bill.AppliedTier(card.tierBy(), applied == null ? null : applied.threshold(), size, next, certain,
                applied == null ? null : applied.outputAbove());
    }
}
