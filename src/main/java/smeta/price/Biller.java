package smeta.price;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Usage;
import smeta.money.Money;

/**
 * Makes the bill of a usage on a card: variant, time of day, service tier, place, size tier, then line by line.
 *
 * <p>Where the size's bounds reach into several tiers, or the time of day is not known, a line's lower bound takes the
 * cheapest of the rates that are possible and its upper bound the dearest: the bounds hold whichever it turns out to
 * be.
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
        return bill(
                card,
                usage.counts().entrySet().stream()
                        .map(e -> new Item(e.getKey().wireName(), e.getKey(), e.getValue(), null))
                        .toList(),
                terms);
    }

    /** A line for every item. */
    public static Bill bill(RateCard card, List<Item> items, Terms terms) {
        if (!card.hasPrice()) {
            throw new IllegalArgumentException("the card “" + card.label() + "” has no price: "
                    + card.offer().wireName());
        }
        return new Biller(card).bill(items, terms);
    }

    private Bill bill(List<Item> items, Terms terms) {
        Usage usage = Item.usage(items);
        List<TieredRates> books = new RateSelection(card, notes).under(terms);
        TieredRates likelyBook = books.get(0);
        TieredRates.Sizes sizes = new TieredRates.Sizes(size(usage), usage.replyTokens());
        LinePricer pricer = new LinePricer(card, usage, books, sizes, notes);
        List<Bill.Line> lines = new ArrayList<>();
        Money low = Money.zero(card.priced());
        Money likely = low;
        Money high = low;
        BilledUnits units = new BilledUnits(items, likelyBook.base());
        for (Item item : items) {
            if (item.count().isZero() || !units.isBilled(item)) {
                continue;
            }
            Bill.Line line = pricer.line(item);
            lines.add(line);
            if (line.low() != null && line.likely() != null && line.high() != null) {
                low = low.plus(line.low());
                likely = likely.plus(line.likely());
                high = high.plus(line.high());
            }
        }
        Bill.AppliedTier tier = applied(likelyBook, sizes);
        aboutMultiplier(terms, tier);
        Bill list = new Bill(
                card.priced(),
                lines,
                List.of(),
                low,
                likely,
                high,
                List.copyOf(pricer.unpriced()),
                tier,
                notes.stream().distinct().toList());
        return card.discount() == null ? list : list.reducedBy(card.discount());
    }

    private void aboutMultiplier(Terms terms, Bill.@Nullable AppliedTier tier) {
        Service service = card.services().get(terms.service());
        if (service != null && service.multiplier() != null && tier != null && tier.threshold() != null) {
            notes.add(new Note(
                            "multiplied_tier",
                            "The published factor of the service tier “{tier}” is applied to the rates past {threshold}; that"
                                    + " the seller sells both together isn't stated.")
                    .with("tier", terms.service().wireName())
                    .with("threshold", tier.threshold()));
        }
    }

    private Count size(Usage usage) {
        return switch (card.tierBy()) {
            case PROMPT_TOKENS -> usage.promptTokens();
            case OUTPUT_TOKENS -> usage.replyTokens();
            case TOTAL_TOKENS -> usage.promptTokens().plus(usage.replyTokens());
        };
    }

    private Bill.@Nullable AppliedTier applied(TieredRates book, TieredRates.Sizes sizes) {
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
        return new Bill.AppliedTier(
                card.tierBy(),
                applied == null ? null : applied.threshold(),
                size,
                next,
                certain,
                applied == null ? null : applied.outputAbove());
    }
}
