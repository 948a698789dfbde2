package smeta.http.bills;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.estimate.Estimate;
import smeta.estimate.Estimator;
import smeta.estimate.UsagePricer;
import smeta.http.answer.Amounts;
import smeta.http.answer.DiscountAnswer;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.answer.LineAnswer;
import smeta.http.answer.MoneyAnswer;
import smeta.http.answer.NoteAnswer;
import smeta.http.answer.SourceAnswer;
import smeta.http.answer.SurchargesAnswer;
import smeta.meter.Meter;
import smeta.money.Money;
import smeta.price.Bill;
import smeta.price.Note;
import smeta.usage.ReportedUsage;

/**
 * From a settled usage to its answer.
 *
 * @param catalogue its version
 */
record BillMapping(BillQuery asked, String catalogue) {
    /** @param model null for a bill by the caller's own rates */
    BillAnswer answer(
            @Nullable Model model,
            UsagePricer.Priced priced,
            ReportedUsage used,
            UsagePricer.Asked terms,
            List<Note> notes) {
        Estimate.Cost cost = priced.settlement().cost();
        Bill bill = cost.bill();
        List<Source> sources = model == null ? List.of() : Estimator.sources(model, cost.card());
        Money saved = priced.cacheSaved();
        return new BillAnswer(
                terms.day(),
                model == null ? null : model.qualifiedId(),
                used.convention().wireName(),
                priced.tier().wireName(),
                LineAnswer.of(bill),
                total(cost),
                cost.conversion() == null ? null : MoneyAnswer.exact(bill.likely()),
                SurchargesAnswer.of(cost),
                DiscountAnswer.of(bill),
                priced.isComplete(),
                Stream.concat(bill.unpriced().stream().map(Meter::wireName), priced.unmetered().stream())
                        .toList(),
                used.cost() == null ? null : ReportedCostAnswer.of(used.cost(), bill.likely()),
                saved == null
                        ? null
                        : new MoneyAnswer(shown(saved), saved.currency().getCurrencyCode()),
                tier(bill.tier()),
                cost.conversion() == null
                        ? List.of()
                        : ExchangeRateAnswer.of(cost.conversion().used()),
                NoteAnswer.of(notes),
                sources.isEmpty() ? null : SourceAnswer.of(sources.get(0)),
                model != null && asked.sources()
                        ? sources.stream().map(SourceAnswer::of).toList()
                        : null,
                catalogue);
    }

    private BillAnswer.Total total(Estimate.Cost cost) {
        boolean certain = cost.low().equals(cost.high());
        return new BillAnswer.Total(
                shown(cost.likely()),
                cost.likely().currency().getCurrencyCode(),
                certain ? null : shown(cost.low()),
                certain ? null : shown(cost.high()));
    }

    private String shown(Money money) {
        return asked.scale() == null ? Amounts.exact(money.amount()) : Amounts.rounded(money, asked.scale());
    }

    private static BillAnswer.@Nullable AppliedTier tier(Bill.@Nullable AppliedTier tier) {
        return tier == null
                ? null
                : new BillAnswer.AppliedTier(
                        tier.dimension().name().toLowerCase(Locale.ROOT),
                        tier.size(),
                        tier.threshold(),
                        tier.outputAbove(),
                        tier.next());
    }
}
