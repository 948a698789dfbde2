package smeta.estimate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smeta.calibration.Calibrations;
import smeta.calibration.InputParts;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.meter.Count;
import smeta.meter.Item;
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

    private Estimator(Converter converter, Calibrations calibrations, Function<String, Optional<Model>> models) {
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
        RateCard card = model.card(
                        said.moment(), said.place().channel(), said.place().region())
                .orElse(null);
        Reply reply = Reply.of(request, model, card, prompt, Learnt.of(calibrations, request, model));
        Fit fit = Fit.of(
                model.printedLimits(), said.bound().of(prompt.longest()), reply.needed(), unsupported(prompt, reply));
        Set<Note> notes = new LinkedHashSet<>(prompt.notes());
        notes.addAll(reply.notes());
        ToolFees fees = ToolFees.of(request, model);
        notes.addAll(fees.notes());
        List<Item> items = new ArrayList<>(prompt.items());
        items.addAll(reply.items());
        items.addAll(fees.items());
        items.addAll(SearchUnits.of(request, model, card, prompt));
        Estimate.Cost cost = cost(request, model, card, items, notes);
        CostNotes.model(model, said, notes);
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
            notes.add(CostNotes.noCard(model, said));
            return null;
        }
        notes.addAll(card.notes());
        CostNotes.offer(card, notes);
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
                    BilledItems.withRequest(request.counts.isOver() ? BilledItems.summed(billed, notes) : billed, card),
                    new Terms(
                            asked.tier(),
                            said.timeKnown() ? said.moment() : null,
                            asked.place(),
                            variants.likely(),
                            variants.others(),
                            asked.others()));
        } catch (IllegalArgumentException e) {
            notes.add(new Note("no_price", "No price is published for these terms: {why}.")
                    .with("why", String.valueOf(e.getMessage())));
            return null;
        }
        bill = new ToolPictures(request, model, card, models, notes).addedTo(bill);
        notes.addAll(bill.notes());
        CostNotes.bill(bill, notes);
        return converter.cost(card, bill, said.currency(), LocalDate.ofInstant(said.moment(), ZoneOffset.UTC));
    }

    /** Prices usages that were reported, at the same exchange rates. */
    public UsagePricer pricer(Function<String, Optional<Model>> models) {
        return new UsagePricer(converter, models);
    }

    /** Sources of a card, the vendor's first. */
    public static List<Source> sources(Model model, RateCard card) {
        return card.sources().stream()
                .flatMap(key -> model.source(key).stream())
                .sorted(Comparator.comparing(s -> !s.vendor()))
                .toList();
    }
}
