package smeta.http.budgets;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.budget.Budget;
import smeta.budget.BudgetDiff;
import smeta.budget.BudgetPlan;
import smeta.budget.PlanTerms;
import smeta.budget.Repairs;
import smeta.http.answer.Amounts;
import smeta.http.answer.AssumptionAnswer;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.answer.NoteAnswer;
import smeta.money.ExchangeRate;
import smeta.money.Fraction;
import smeta.money.Money;

/**
 * From a budget, or the difference of two, to its answer.
 *
 * @param scale     decimals of amounts
 * @param catalogue its version
 */
record BudgetMapping(int scale, String catalogue) {
    BudgetAnswer answer(Budget budget) {
        PlanTerms terms = budget.terms();
        Set<ExchangeRate> used = new LinkedHashSet<>();
        budget.lines().forEach(l -> l.plans().forEach(p -> used.addAll(p.exchange())));
        return new BudgetAnswer(
                catalogue,
                terms.start(),
                terms.months(),
                terms.bound().wireName(),
                terms.limit() == null
                        ? null
                        : new BudgetAnswer.Limit(
                                Amounts.plain(terms.limit()),
                                terms.currency() == null
                                        ? null
                                        : terms.currency().getCurrencyCode(),
                                terms.perMonth() ? "month" : "all"),
                ExchangeRateAnswer.of(used),
                used.isEmpty()
                        ? null
                        : List.of(new AssumptionAnswer(
                                "exchange",
                                terms.rateDay().toString(),
                                "the rates of that day are used for every month; nobody knows later ones")),
                budget.lines().stream().map(this::workload).toList(),
                total(budget));
    }

    BudgetDiffAnswer answer(BudgetDiff diff) {
        BudgetDiff.Row total = diff.total();
        return new BudgetDiffAnswer(
                catalogue,
                diff.before().terms().bound().wireName(),
                diff.rows().stream()
                        .map(r -> new BudgetDiffAnswer.Row(
                                r.name(),
                                orNull(r.before()),
                                orNull(r.after()),
                                orNull(r.change()),
                                r.percent(),
                                currency(r)))
                        .toList(),
                new BudgetDiffAnswer.Change(
                        orNull(total.before()),
                        orNull(total.after()),
                        orNull(total.change()),
                        total.percent(),
                        currency(total)),
                answer(diff.before()),
                answer(diff.after()));
    }

    private BudgetAnswer.Workload workload(Budget.Line line) {
        List<BudgetAnswer.Plan> plans = new ArrayList<>();
        for (int i = 0; i < line.plans().size(); i++) {
            plans.add(plan(line.plans().get(i), line.repairs().get(i)));
        }
        return new BudgetAnswer.Workload(line.name(), plans);
    }

    private BudgetAnswer.Plan plan(BudgetPlan plan, @Nullable Repairs repairs) {
        return new BudgetAnswer.Plan(
                plan.model().qualifiedId(),
                plan.months().stream().map(this::month).toList(),
                new BudgetAnswer.PlanTotal(requests(plan.requests()), cost(plan.total())),
                plan.firstOver() == null ? null : plan.firstOver().toString(),
                plan.requestsWithin(),
                repairs == null ? null : repairs(repairs),
                NoteAnswer.of(plan.notes()));
    }

    private BudgetAnswer.Month month(BudgetPlan.Month month) {
        return new BudgetAnswer.Month(
                month.month().toString(),
                requests(month.requests()),
                cost(month.cost()),
                month.within(),
                month.cards().size() <= 1
                        ? null
                        : month.cards().stream()
                                .map(c -> new BudgetAnswer.PriceChange(c.from(), c.label()))
                                .toList());
    }

    private BudgetAnswer.Repairs repairs(Repairs repairs) {
        return new BudgetAnswer.Repairs(
                repairs.cachedPercent() == null ? null : repairs.cachedPercent() + "%",
                repairs.batchPercent() == null ? null : repairs.batchPercent() + "%",
                repairs.models().stream()
                        .map(m -> new BudgetAnswer.OtherModel(
                                m.model().qualifiedId(),
                                Amounts.rounded(m.total(), scale),
                                m.total().currency().getCurrencyCode()))
                        .toList());
    }

    private BudgetAnswer.Total total(Budget budget) {
        List<BudgetPlan.Month> first = budget.lines().get(0).plans().get(0).months();
        List<BudgetAnswer.TotalMonth> months = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            months.add(new BudgetAnswer.TotalMonth(
                    first.get(i).month().toString(), cost(budget.total().get(i))));
        }
        return new BudgetAnswer.Total(
                months,
                cost(budget.sum()),
                budget.firstOver() == null ? null : budget.firstOver().toString(),
                budget.terms().limit() == null || budget.sum() == null ? null : budget.firstOver() == null);
    }

    private BudgetAnswer.@Nullable Cost cost(BudgetPlan.@Nullable Cost cost) {
        return cost == null
                ? null
                : new BudgetAnswer.Cost(
                        cost.likely().currency().getCurrencyCode(),
                        Amounts.rounded(cost.low(), scale),
                        Amounts.rounded(cost.likely(), scale),
                        Amounts.rounded(cost.high(), scale));
    }

    private @Nullable String orNull(@Nullable Money money) {
        return money == null ? null : Amounts.rounded(money, scale);
    }

    private static @Nullable String currency(BudgetDiff.Row row) {
        Money any = row.after() != null ? row.after() : row.before();
        return any == null ? null : any.currency().getCurrencyCode();
    }

    /** To the nearest whole request. */
    static String requests(Fraction requests) {
        return requests.rounded(0).toPlainString();
    }
}
