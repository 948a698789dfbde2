package smeta.estimate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Limits;
import smeta.catalogue.Model;
import smeta.catalogue.PrintedLimits;
import smeta.catalogue.Quantity;
import smeta.meter.Meter;
import smeta.price.Bill;
import smeta.price.Note;
import smeta.price.RateCard;

/** What a reader of a cost should know of the model, of its price card and of the bill that it gave. */
final class CostNotes {
    private CostNotes() {}

    /** Why there is no price at all. */
    static Note noCard(Model model, Assumptions said) {
        if (model.rates().isEmpty()) {
            return new Note("no_price", "No price of this model is known.");
        }
        LocalDate day = LocalDate.ofInstant(said.moment(), ZoneOffset.UTC);
        if (said.place().channel() == null && said.place().region() == null) {
            return new Note("no_price", "No price of this model is known for {on}.").with("on", day);
        }
        String place = Stream.of(said.place().channel(), said.place().region())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new Note("no_price", "No price of this model is known for {on} in “{place}”.")
                .with("on", day)
                .with("place", place);
    }

    /** How the model is sold. */
    static void offer(RateCard card, Set<Note> notes) {
        switch (card.offer()) {
            case FREE -> notes.add(new Note("free", "The seller publishes this model as free."));
            case FREE_FOR_NOW ->
                notes.add(new Note("free_for_now", "The seller publishes this model as free for a limited time."));
            case TRIAL_ONLY ->
                notes.add(new Note(
                        "trial_only",
                        "There is only a trial quota, which cannot be bought beyond: this is not a price of 0."));
            case NOT_RELEASED ->
                notes.add(new Note("not_released", "This model was never generally released; there is no price."));
            case SOLD -> {}
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

    /** What was assumed, taken off, or is near: cache rates, discounts, tiers. */
    static void bill(Bill bill, Set<Note> notes) {
        Set<String> assumed = new LinkedHashSet<>();
        for (Bill.Line line : bill.lines()) {
            if (line.from() != null
                    && line.rate() != null
                    && line.item().meter().matter() == Meter.Matter.CACHED_IN
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
                    .with(
                            "percent",
                            reduction.discount().percent().stripTrailingZeros().toPlainString()));
        }
        Bill.AppliedTier tier = bill.tier();
        if (tier != null) {
            String unit = tier.dimension().name().toLowerCase(Locale.ROOT).replace('_', ' ');
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

    /** Its retirement, its round limits, and what its file says of it. */
    static void model(Model model, Assumptions said, Set<Note> notes) {
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
        PrintedLimits limits = model.printedLimits();
        if (limits.differ()) {
            notes.add(new Note(
                            "limits_differ",
                            "Documents print different limits of the model: {smaller} and {larger}. That a request fits is"
                                    + " promised by the smaller ones; the upper bound of a reply without a cap covers the"
                                    + " larger.")
                    .with("smaller", printed(limits.surest()))
                    .with("larger", printed(limits.widest())));
        }
        model.notes().forEach(text -> notes.add(new Note("model_note", text)));
    }

    private static String printed(Limits limits) {
        StringJoiner figures = new StringJoiner(", ");
        printed("context", limits.context(), figures);
        printed("max_input", limits.maxInput(), figures);
        printed("max_output", limits.maxOutput(), figures);
        return figures.toString();
    }

    private static void printed(String name, @Nullable Quantity quantity, StringJoiner figures) {
        if (quantity != null) {
            figures.add(name + " " + quantity.tokens());
        }
    }
}
