package smeta.estimate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smeta.calibration.Calibrations;
import smeta.calibration.InputParts;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.meter.Count;
import smeta.money.ExchangeRates;
import smeta.money.Surcharges;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.Terms;

/** The walk: prompt → quantities → fit → bill → currency. The only class that knows the whole story. Thread-safe. */
public final class Estimator {
    private final Converter converter;
    private final Calibrations calibrations;
    private final Function<String, Optional<Model>> models;

    public Estimator(ExchangeRates rates) {
        this(rates, Surcharges.NONE);
    }

    /** @param surcharges come on top of what was converted */
    public Estimator(ExchangeRates rates, Surcharges surcharges) {
        this(new Converter(rates, surcharges), Calibrations.NONE, name -> Optional.empty());
    }

    private Estimator(
            Converter converter, Calibrations calibrations, Function<String, Optional<Model>> models) {
        this.converter = converter;
        this.calibrations = calibrations;
        this.models = models;
    }

    /** One whose estimates are corrected by what was learnt from one's own traffic. */
    public Estimator with(Calibrations learnt) {
        return new Estimator(converter, learnt, models);
    }

    /**
     * One that prices what a model has done by other models of its seller.
     *
     * @param others by provider and id
     */
    public Estimator with(Function<String, Optional<Model>> others) {
        return new Estimator(converter, calibrations, others);
    }

    /**
     * What the bare count of a prompt is made of; null if it isn't a conversation that was read and counted whole.
     */
    public static @Nullable InputParts parts(Request request, Model model) {
        return PromptMeter.parts(request, model);
    }

    /** Whether something was learnt about the model. */
    boolean corrects(Request request, Model model) {
        return Learnt.of(calibrations, request, model) != null;
    }

    /**
     * The percentage of a prompt that is usually read from the provider's cache, by what was learnt about the model;
     * null if nothing was, or the prompt is too short to be cached.
     */
    public @Nullable BigDecimal usuallyCached(Model model, Count prompt) {
        Calibrations.InUse found = calibrations.find(model.qualifiedId());
        LearntCacheShare share = found == null ? null : LearntCacheShare.of(found.model(), model, prompt);
        return share == null ? null : share.percent();
    }

    Metered meter(Request request, Model model) {
        return PromptMeter.meter(request, model, Learnt.of(calibrations, request, model));
    }

    /**
     * @param asked the name by which the caller asked for the model
     * @throws Impossible if the assumptions contradict the request, or no exchange rate is known
     */
    public Estimate estimate(Request request, Model model, String asked) {
        return estimate(request, model, asked, meter(request, model));
    }

    Estimate estimate(Request request, Model model, String asked, Metered prompt) {
        Assumptions said = request.assumptions;
        RateCard card = model.card(said.moment(), said.channel(), said.region()).orElse(null);
        Reply reply = Reply.of(request, model, card, prompt, Learnt.of(calibrations, request, model));
        Fit fit = Fit.of(model.limits(), said.bound().of(prompt.longest()), reply.needed(), unsupported(prompt, reply));
        Set<Note> notes = new LinkedHashSet<>(prompt.notes());
        notes.addAll(reply.notes());
        ToolFees fees = ToolFees.of(request, model);
        notes.addAll(fees.notes());
        List<Item> items = new ArrayList<>(prompt.items());
        items.addAll(reply.items());
        items.addAll(fees.items());
        Estimate.Cost cost = cost(request, model, card, items, notes);
        aboutTheModel(model, said, notes);
        return new Estimate(
                model,
                asked,
                new Estimate.Input(
                        prompt.tokens(), prompt.precision(), prompt.because(), model.tokenizer(), prompt.bounded()),
                new Estimate.Output(reply.tokens(), reply.bounded() && fees.bounded()),
                fit,
                items,
                cost,
                List.copyOf(notes),
                Stream.concat(prompt.learnt().stream(), reply.learnt().stream()).toList());
    }

    private static List<String> unsupported(Metered prompt, Reply reply) {
        List<String> all = new ArrayList<>(prompt.unsupported());
        all.addAll(reply.unsupported());
        return all;
    }

    Estimate.@Nullable Cost cost(
            Request request, Model model, @Nullable RateCard card, List<Item> items, Set<Note> notes) {
        Assumptions said = request.assumptions;
        if (card == null) {
            notes.add(noCard(model, said));
            return null;
        }
        notes.addAll(card.notes());
        offer(card, notes);
        if (!card.hasPrice()) {
            return null;
        }
        AskedTerms asked = AskedTerms.of(request, card, notes);
        if (asked == null) {
            return null;
        }
        CardVariants variants = CardVariants.of(request, model, card, notes);
        List<Item> billed = PaidByTheUnit.billed(items, model, card, notes);
        Bill bill;
        try {
            bill = Biller.bill(
                    card,
                    withRequest(request.counts.isOver() ? summed(billed, notes) : billed, card),
                    new Terms(asked.tier(), said.timeKnown() ? said.moment() : null, asked.place(), variants.likely(),
                            variants.others(), asked.others()));
        } catch (IllegalArgumentException e) {
            notes.add(new Note("no_price", "No price is published for these terms: {why}.")
                    .with("why", String.valueOf(e.getMessage())));
            return null;
        }
        bill = new ToolPictures(request, model, card, models, notes).addedTo(bill);
        notes.addAll(bill.notes());
        billNotes(bill, notes);
        return converter.cost(card, bill, said.currency(), LocalDate.ofInstant(said.moment(), ZoneOffset.UTC));
    }

    /**
     * The items of one kind as one, where there is no time left for a line each: the sum at the same rates is the same
     * bill.
     */
    private static List<Item> summed(List<Item> items, Set<Note> notes) {
        Map<String, Item> sums = new LinkedHashMap<>();
        for (Item item : items) {
            String kind = item.name().replaceFirst("\\[\\d+]$", "");
            sums.merge(kind + " " + item.meter() + item.otherMeters(),
                    new Item(kind, item.meter(), item.count(), item.how(), item.otherMeters()),
                    (one, other) -> new Item(
                            kind, item.meter(), one.count().plus(other.count()), null, item.otherMeters()));
        }
        if (sums.size() < items.size()) {
            notes.add(new Note(
                    "lines_summed", "There was no time left for a line each; items of one kind are one line."));
        }
        return List.copyOf(sums.values());
    }

    /** The fee of the request itself, where the card has one. */
    static List<Item> withRequest(List<Item> items, RateCard card) {
        if (items.stream().anyMatch(i -> i.meter() == Meter.REQUESTS)) {
            return items;
        }
        if (card.rates().get(Meter.REQUESTS).isEmpty()
                && card.variants().values().stream()
                        .noneMatch(v -> v.get(Meter.REQUESTS).isPresent())) {
            return items;
        }
        List<Item> all = new ArrayList<>(items);
        all.add(new Item("request", Meter.REQUESTS, Count.exact(1), null));
        return all;
    }

    /** Prices usages that were reported, at the same exchange rates. */
    public UsagePricer pricer(Function<String, Optional<Model>> models) {
        return new UsagePricer(converter, models);
    }

    private static Note noCard(Model model, Assumptions said) {
        if (model.rates().isEmpty()) {
            return new Note("no_price", "No price of this model is known.");
        }
        LocalDate day = LocalDate.ofInstant(said.moment(), ZoneOffset.UTC);
        if (said.channel() == null && said.region() == null) {
            return new Note("no_price", "No price of this model is known for {on}.").with("on", day);
        }
        String place = Stream.of(said.channel(), said.region())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new Note("no_price", "No price of this model is known for {on} in “{place}”.")
                .with("on", day)
                .with("place", place);
    }

    static void offer(RateCard card, Set<Note> notes) {
        switch (card.offer()) {
            case FREE -> notes.add(new Note("free", "The seller publishes this model as free."));
            case FREE_FOR_NOW -> notes.add(
                    new Note("free_for_now", "The seller publishes this model as free for a limited time."));
            case TRIAL_ONLY -> notes.add(new Note(
                    "trial_only",
                    "There is only a trial quota, which cannot be bought beyond: this is not a price of 0."));
            case NOT_RELEASED -> notes.add(
                    new Note("not_released", "This model was never generally released; there is no price."));
            case SOLD -> { }
        }
        if (card.quota() != null) {
            notes.add(new Note("quota", "Not applied here: {said}.").with("said", card.quota()));
        }
        if (card.vat() != null) {
            notes.add(new Note("vat", "VAT: {said}.").with("said", card.vat()));
        }
        if (card.rounding() != null) {
            notes.add(new Note("seller_rounding", "Not applied here: {said}.").with("said", card.rounding()));
        }
    }

    static void billNotes(Bill bill, Set<Note> notes) {
        Set<String> assumed = new LinkedHashSet<>();
        for (Bill.Line line : bill.lines()) {
            if (line.from() != null && line.rate() != null && line.item().meter().matter() == Meter.Matter.CACHED_IN
                    && line.from().matter() != Meter.Matter.CACHED_IN) {
                assumed.add(line.item().meter().wireName());
            }
        }
        if (!assumed.isEmpty()) {
            notes.add(new Note(
                    "no_cache_rate",
                    "No rate for cached tokens is published here; they are assumed to cost what uncached ones do."));
        }
        for (Bill.Reduction reduction : bill.discounts()) {
            notes.add(new Note("discount", "“{name}” takes {percent} % off the list price.")
                    .with("name", reduction.discount().name())
                    .with("percent", reduction.discount().percent().stripTrailingZeros().toPlainString()));
        }
        Bill.AppliedTier tier = bill.tier();
        if (tier != null) {
            String unit = tier.dimension().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            if (tier.threshold() != null) {
                notes.add(new Note("tier", "The whole request is billed at the rates past {threshold} {unit}.")
                        .with("threshold", tier.threshold())
                        .with("unit", unit));
            }
            if (tier.next() != null) {
                notes.add(new Note("next_tier", "Other rates begin at {next} {unit}, {away} away.")
                        .with("next", tier.next())
                        .with("unit", unit)
                        .with("away", tier.next() - tier.size()));
            }
            if (!tier.certain()) {
                notes.add(new Note(
                        "tier_uncertain",
                        "The bounds of the size reach into another tier; the cost's bounds cover it."));
            }
        }
    }

    private static void aboutTheModel(Model model, Assumptions said, Set<Note> notes) {
        if (model.retirement() != null) {
            boolean gone = model.isRetired(said.moment());
            Note note = gone
                    ? new Note("retired", "The model was retired on {on}; a price is the last one published.")
                    : new Note("retires", "The model will be retired on {on}.");
            notes.add(note.with("on", model.retirement().on()));
        }
        if (model.limits().context() != null && model.limits().context().round()
                || model.limits().maxInput() != null
                        && model.limits().maxInput().round()) {
            notes.add(new Note(
                    "round_limit",
                    "The limits are printed as round figures; k is read as configured (1000 unless stated"
                            + " otherwise)."));
        }
        model.notes().forEach(text -> notes.add(new Note("model_note", text)));
    }

    /** Sources of a card, the vendor's first. */
    public static List<Source> sources(Model model, RateCard card) {
        return card.sources().stream().flatMap(key -> model.source(key).stream())
                .sorted(java.util.Comparator.comparing(s -> !s.vendor())).toList();
    }

}
