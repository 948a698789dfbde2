package smeta.estimate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.meter.Item;
import smeta.money.Currencies;
import smeta.money.Money;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.price.Terms;
import smeta.usage.ReportedUsage;
import smeta.usage.UsageElsewhere;

/**
 * From a usage that was reported to what it costs: on the terms that were served, on the meters that the model's reply
 * runs on, with what other models did beside it. Thread-safe.
 */
public final class UsagePricer {
    private final Converter converter;
    private final Function<String, Optional<Model>> models;

    UsagePricer(Converter converter, Function<String, Optional<Model>> models) {
        this.converter = converter;
        this.models = models;
    }

    /**
     * What the caller says about the bill.
     *
     * @param timeKnown false if only the day is known
     * @param tier      that was asked for; what the vendor says it served wins
     */
    public record Asked(
            Instant moment,
            boolean timeKnown,
            @Nullable ServiceTier tier,
            @Nullable Currency currency,
            @Nullable String channel,
            @Nullable String region,
            @Nullable String residency,
            @Nullable String variant) {
        public LocalDate day() {
            return LocalDate.ofInstant(moment, ZoneOffset.UTC);
        }

        /** The same for an answer that was made at another time. */
        public Asked at(Instant when) {
            return new Asked(when, true, tier, currency, channel, region, residency, variant);
        }
    }

    /**
     * @param unmetered  what was used and has no price here, besides the bill's unpriced meters
     * @param cacheSaved how much more it would have cost without the cache, in the currency of the cost; below zero
     *     where the writes cost more than the reads saved; null if nothing was cached
     */
    public record Priced(
            Settlement settlement,
            ServiceTier tier,
            List<String> unmetered,
            @Nullable Money cacheSaved) {
        public Priced {
            unmetered = List.copyOf(unmetered);
        }

        public boolean isComplete() {
            return unmetered.isEmpty() && settlement.cost().bill().isComplete();
        }
    }

    /**
     * By the card of a model that holds then.
     *
     * @throws Impossible if there is no price on these terms, or no exchange rate
     */
    public Priced price(Model model, ReportedUsage used, Asked asked) {
        RateCard card = model.card(asked.moment(), asked.channel(), asked.region())
                .orElseThrow(() -> new Impossible(
                        "no_price",
                        "No price of this model is known for that day, channel and region.",
                        "GET /v1/models/" + model.qualifiedId() + " shows every price card it has"));
        return price(model, card, used, asked);
    }

    /**
     * By a card of the caller's own.
     *
     * @param model null if it is by rates alone
     * @throws Impossible if there is no price on these terms, or no exchange rate
     */
    public Priced price(@Nullable Model model, RateCard card, ReportedUsage used, Asked asked) {
        if (!card.hasPrice()) {
            throw new Impossible(
                    "no_price",
                    "There is no price: the offer is “" + card.offer().wireName() + "”.",
                    "GET /v1/models/… shows every price card of a model");
        }
        Set<Note> notes = new LinkedHashSet<>();
        CostNotes.offer(card, notes);
        ServedPrice served = ServedPrice.of(model, card, used, asked, notes);
        Terms terms = served.terms(asked);
        List<Item> items = ReplyMeters.items(used, model, card, notes);
        Bill bill = bill(card, items, terms);
        Money saved = CacheSaving.of(card, items, terms, bill);
        List<String> unmetered = new ArrayList<>(used.unmetered());
        for (UsageElsewhere other : used.elsewhere()) {
            bill = with(bill, other, asked, unmetered, notes);
        }
        notes.addAll(bill.notes());
        CostNotes.bill(bill, notes);
        notes.addAll(used.notes());
        Estimate.Cost cost = converter.cost(card, bill, asked.currency(), asked.day());
        Money shown = saved == null ? null : converted(saved, cost);
        return new Priced(new Settlement(cost, List.copyOf(notes)), served.tier(), unmetered, shown);
    }

    private static Money converted(Money money, Estimate.Cost cost) {
        return cost.conversion() == null
                ? money
                : new Money(
                        money.amount()
                                .times(cost.conversion().factor())
                                .times(cost.surcharges().factor()),
                        cost.likely().currency());
    }

    private static Bill bill(RateCard card, List<Item> items, Terms terms) {
        try {
            return Biller.bill(card, BilledItems.withRequest(items, card), terms);
        } catch (IllegalArgumentException e) {
            throw new Impossible(
                    "no_price_for_terms",
                    "No price is published for these terms: " + e.getMessage() + ".",
                    "GET /v1/models/… shows what the card lists");
        }
    }

    /** The bill with what another model did; what can't be priced leaves it incomplete. */
    private Bill with(Bill bill, UsageElsewhere other, Asked asked, List<String> unmetered, Set<Note> notes) {
        Model model = other.model() == null ? null : models.apply(other.model()).orElse(null);
        RateCard card = model == null
                ? null
                : model.card(asked.moment(), null, null)
                        .filter(RateCard::hasPrice)
                        .orElse(null);
        if (model == null || card == null || !Currencies.same(bill.currency(), card.currency())) {
            unmetered.add(other.what());
            notes.add(
                    other.model() == null
                            ? new Note(
                                            "other_model_unpriced",
                                            "“{purpose}” used another model, which the answer doesn't name; the bill leaves it out.")
                                    .with("purpose", other.what())
                            : new Note(
                                            "other_model_unpriced",
                                            "“{purpose}” used another model, {model}, of which no price in this currency is known; the"
                                                    + " bill leaves it out.")
                                    .with("purpose", other.what())
                                    .with("model", other.model()));
            return bill;
        }
        List<Item> items = ReplyMeters.items(other.what(), other.usage(), model, card);
        Bill more = bill(card, items, new Terms(ServiceTier.STANDARD, null, null, null));
        notes.add(new Note("other_model", "“{purpose}” is billed at the prices of {model}.")
                .with("purpose", other.what())
                .with("model", model.qualifiedId()));
        return bill.plus(more);
    }
}
