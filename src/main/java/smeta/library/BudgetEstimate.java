package smeta.library;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.budget.Budget;
import smeta.budget.BudgetPlan;
import smeta.budget.PlanTerms;

/**
 * What a scenario costs, month by month.
 *
 * @param start     its first day
 * @param bound     what is compared with the limit: {@code low}, {@code likely} or {@code high}
 * @param limit     in the currency of the scenario; null for none
 * @param monthly   true if the limit holds for every month, false for the whole plan
 * @param plans     of each workload, with each of its models
 * @param total     of the workloads with the first model of each; null if one of them has no complete price, or their
 *                  currencies differ
 * @param firstOver the first month in which that is over the limit; null if none is known to be
 */
public record BudgetEstimate(
        LocalDate start,
        int months,
        String bound,
        @Nullable BigDecimal limit,
        boolean monthly,
        List<Plan> plans,
        @Nullable CostRange total,
        @Nullable YearMonth firstOver) {
    public BudgetEstimate {
        plans = List.copyOf(plans);
    }

    /**
     * One workload on one model.
     *
     * @param first     whether it counts towards the total; false for the models that are compared with it
     * @param requests  paid ones, retries included, to the nearest whole one
     * @param cost      null if a month has no complete price
     * @param firstOver as above, of this plan alone
     */
    public record Plan(
            String workload,
            String model,
            boolean first,
            List<Month> months,
            BigDecimal requests,
            @Nullable CostRange cost,
            @Nullable YearMonth firstOver,
            List<CallNote> notes) {
        public Plan {
            months = List.copyOf(months);
            notes = List.copyOf(notes);
        }
    }

    /** @param cost null if a part of the month has no complete price */
    public record Month(
            YearMonth month, BigDecimal requests, @Nullable CostRange cost) {}

    /** Whether there is a limit, and the whole is known to be within it. */
    public boolean isWithin() {
        return limit != null && total != null && firstOver == null;
    }

    static BudgetEstimate of(Budget budget) {
        PlanTerms terms = budget.terms();
        List<Plan> plans = new ArrayList<>();
        for (Budget.Line line : budget.lines()) {
            for (BudgetPlan plan : line.plans()) {
                plans.add(plan(line.name(), plan, plan == line.plans().get(0)));
            }
        }
        return new BudgetEstimate(
                terms.start(),
                terms.months(),
                terms.bound().wireName(),
                terms.limit(),
                terms.perMonth(),
                plans,
                range(budget.sum()),
                budget.firstOver());
    }

    private static Plan plan(String workload, BudgetPlan plan, boolean first) {
        return new Plan(
                workload,
                plan.model().qualifiedId(),
                first,
                plan.months().stream()
                        .map(m -> new Month(m.month(), m.requests().rounded(0), range(m.cost())))
                        .toList(),
                plan.requests().rounded(0),
                range(plan.total()),
                plan.firstOver(),
                CallNote.of(plan.notes()));
    }

    private static @Nullable CostRange range(BudgetPlan.@Nullable Cost cost) {
        return cost == null
                ? null
                : new CostRange(
                        cost.likely().currency().getCurrencyCode(),
                        CostRange.rounded(cost.low()),
                        CostRange.rounded(cost.likely()),
                        CostRange.rounded(cost.high()),
                        List.of());
    }
}
