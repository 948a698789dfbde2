package smeta.price;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.Fraction;
import smeta.money.Money;

/** Prices the lines of one bill. */
final class LinePricer {
    private final RateCard card;
    private final Usage usage;
    private final List<TieredRates> books;
    private final TieredRates.Sizes sizes;
    private final Rates likely;
    private final List<Rates> possible = new ArrayList<>();
    private final List<Note> notes;
    private final Set<Meter> unpriced = EnumSet.noneOf(Meter.class);

    /**
     * @param books every book that may apply; the first is the likely one
     * @param notes takes what a person should know about a line
     */
    LinePricer(RateCard card, Usage usage, List<TieredRates> books, TieredRates.Sizes sizes, List<Note> notes) {
        this.card = card;
        this.usage = usage;
        this.sizes = sizes;
        this.notes = notes;
        this.books = List.copyOf(books);
        likely = books.get(0).at(sizes.size().likely(), sizes.reply().likely());
        books.forEach(b -> possible.addAll(b.between(sizes)));
    }

    /** Where the meter isn't certain, the bounds cover each of those on which the item may run. */
    Bill.Line line(Item item) {
        Bill.Line line = certain(item);
        for (Meter meter : item.otherMeters()) {
            Bill.Line other = certain(item.on(meter));
            if (other.low() == null || other.high() == null) {
                unpriced.add(meter);
            } else if (line.low() != null && line.high() != null) {
                line = new Bill.Line(
                        item,
                        line.rate(),
                        line.from(),
                        line.low().min(other.low()),
                        line.likely(),
                        line.high().max(other.high()));
            }
        }
        if (line.likely() == null) {
            unpriced.add(item.meter());
        }
        return line;
    }

    /** Meters of the lines so far that have no rate. */
    Set<Meter> unpriced() {
        return unpriced;
    }

    private Bill.Line certain(Item item) {
        Meter meter = item.meter();
        Optional<Rate> found = likely.resolve(meter);
        if (found.isEmpty()) {
            aboutMissing(meter, likely);
            return new Bill.Line(item, null, null, null, null, null);
        }
        Rate rate = found.get();
        Money[] amounts = card.marginal() ? marginal(item, rate) : whole(item, rate);
        for (Doubt doubt : card.doubts()) {
            if (doubt.meter() == rate.meter()) {
                widen(amounts, doubt, item, rate);
            }
        }
        return new Bill.Line(
                item,
                rate.forMeter(meter),
                rate.meter() == meter ? null : rate.meter(),
                amounts[0],
                amounts[1],
                amounts[2]);
    }

    /** The item may cost what isn't known. */
    private void open(Meter meter, Rates rates) {
        unpriced.add(meter);
        aboutMissing(meter, rates);
    }

    private void aboutMissing(Meter meter, Rates rates) {
        if (rates.lacksLifetime(meter)) {
            rateMissing(meter);
        }
        for (Meter at = meter; at != null; at = at.fallback().orElse(null)) {
            if (rates.missing().contains(at)) {
                rateMissing(at);
            }
        }
    }

    private void rateMissing(Meter meter) {
        notes.add(new Note(
                        "rate_missing",
                        "The seller has a price of its own for “{meter}” that is not known here or was not believed;"
                                + " no other rate stands in for it.")
                .with("meter", meter.wireName()));
    }

    private Money[] whole(Item item, Rate rate) {
        Money low = priced(rate, item.meter(), item.count().low());
        Money likely = priced(rate, item.meter(), item.count().likely());
        Money high = priced(rate, item.meter(), item.count().high());
        for (Rates rates : possible) {
            Rate other = rates.resolve(item.meter()).orElse(null);
            if (other == null) {
                open(item.meter(), rates);
                continue;
            }
            low = low.min(priced(other, item.meter(), item.count().low()));
            high = high.max(priced(other, item.meter(), item.count().high()));
        }
        return new Money[] {low, likely, high};
    }

    private Money[] marginal(Item item, Rate rate) {
        Meter meter = item.meter();
        Count count = item.count();
        Money likely =
                marginal(meter, count.likely(), books.get(0), sizes.size().likely(), rate);
        Money low = likely;
        Money high = likely;
        for (TieredRates book : books) {
            for (long size : new long[] {
                sizes.size().low(), sizes.size().likely(), sizes.size().high()
            }) {
                low = low.min(marginal(meter, count.low(), book, size, rate));
                high = high.max(marginal(meter, count.high(), book, size, rate));
            }
        }
        return new Money[] {low, likely, high};
    }

    /** Takes the doubted rate's other reading into the bounds; one in another unit counts the item as one of it. */
    private void widen(Money[] amounts, Doubt doubt, Item item, Rate rate) {
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
        Fraction low = doubt.reading()
                .of(sameUnit ? item.count().low() : inThatUnit.low())
                .amount();
        Fraction high = doubt.reading()
                .of(sameUnit ? item.count().high() : inThatUnit.high())
                .amount();
        if (!sameUnit && !all.equals(item.count())) {
            low = all.likely() == 0 ? low : low.times(item.count().likely()).dividedBy(all.likely());
            high = all.likely() == 0 ? high : high.times(item.count().likely()).dividedBy(all.likely());
        }
        amounts[0] = amounts[0].min(new Money(low, card.priced()));
        amounts[2] = amounts[2].max(new Money(high, card.priced()));
        notes.add(new Note(
                        "doubtful_rate",
                        "The rate for “{meter}” is used as printed, {rate}; it is probably meant as {reading}: {why}. The other"
                                + " reading is in the bounds.")
                .with("meter", rate.meter().key())
                .with("rate", rate.toString())
                .with("reading", doubt.reading().toString())
                .with("why", doubt.why()));
    }

    private static Money priced(Rate rate, Meter meter, long count) {
        return rate.forMeter(meter).of(count);
    }

    /**
     * Each slice of the size at its own tier's rate; a meter takes part in every slice by its share of the size.
     *
     * @param reached for slices that have no rate of their own
     */
    private Money marginal(Meter meter, long count, TieredRates book, long size, Rate reached) {
        if (size == 0 || count == 0) {
            return book.at(size, 0)
                    .resolve(meter)
                    .map(r -> priced(r, meter, count))
                    .orElseGet(() -> Money.zero(card.priced()));
        }
        Fraction sum = Fraction.ZERO;
        long from = 0;
        Rates rates = book.base();
        for (int i = 0; i <= book.tiers().size() && from < size; i++) {
            long to = i == book.tiers().size()
                    ? size
                    : Math.min(size, book.tiers().get(i).first() - 1);
            Rates slice = rates;
            Rate rate = slice.resolve(meter).orElseGet(() -> {
                open(meter, slice);
                return reached;
            });
            sum = sum.plus(priced(rate, meter, count).amount().times(to - from).dividedBy(size));
            from = to;
            if (i < book.tiers().size()) {
                rates = book.base().reaching(book.tiers().get(i).rates());
            }
        }
        return new Money(sum, card.priced());
    }
}
