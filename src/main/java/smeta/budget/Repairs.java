package smeta.budget;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Impossible;
import smeta.money.Currencies;
import smeta.money.Money;

/**
 * What would bring a plan under its limit, each change by itself.
 *
 * @param cachedPercent the least whole percent of the prompt that would have to come from the cache; null if none is
 *                      enough
 * @param batchPercent  the least whole percent of requests through the batch tier; null if none is enough or it has no
 *                      price
 * @param models        the cheapest models within the limit, cheapest first
 */
public record Repairs(
        @Nullable Integer cachedPercent, @Nullable Integer batchPercent, List<Alternative> models) {
    /** Another model, and what the whole plan costs with it at the deciding bound. */
    public record Alternative(Model model, Money total) {}

    private static final int MOST_MODELS = 3;

    public static Repairs of(Planner planner, PlanTerms terms, BudgetPlan plan, List<Model> among) {
        Workload workload = plan.workload();
        SampleRequest sample = workload.sample().apply(plan.model());
        Integer cached = least(
                workload.cached(sample), percent -> planner.plan(workload.withCached(percent), plan.model(), sample));
        Integer batch = least(
                workload.batchShare(), percent -> planner.plan(workload.withBatchShare(percent), plan.model(), sample));
        List<Alternative> others = new ArrayList<>();
        for (Model model : among) {
            if (!model.qualifiedId().equals(plan.model().qualifiedId()) && model.talks()) {
                other(planner, terms, workload, model).ifPresent(others::add);
            }
        }
        // plans without a currency of their own are in the card's; only those of one currency have an order
        others.removeIf(o -> plan.total() != null
                && !Currencies.same(o.total().currency(), plan.total().likely().currency()));
        others.sort(Comparator.comparing(Alternative::total));
        return new Repairs(cached, batch, List.copyOf(others.subList(0, Math.min(MOST_MODELS, others.size()))));
    }

    private interface Attempt {
        BudgetPlan with(BigDecimal percent);
    }

    private static @Nullable Integer least(BigDecimal now, Attempt attempt) {
        for (int percent = now.intValue() + 1; percent <= 100; percent++) {
            try {
                BudgetPlan plan = attempt.with(BigDecimal.valueOf(percent));
                if (plan.total() == null) {
                    return null;
                }
                if (plan.isWithin()) {
                    return percent;
                }
            } catch (Impossible noRoomBesideWhatIsWritten) {
                return null;
            }
        }
        return null;
    }

    private static Optional<Alternative> other(Planner planner, PlanTerms terms, Workload workload, Model model) {
        try {
            SampleRequest sample = workload.sample().apply(model);
            BudgetPlan plan = sample.problem() != null ? null : planner.plan(workload, model, sample);
            boolean served = model.isOnOffer(terms.start()
                    .plusMonths(terms.months())
                    .minusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
            BudgetPlan.Cost total = plan == null ? null : plan.total();
            return plan != null && total != null && served && plan.isWithin()
                    ? Optional.of(new Alternative(model, total.at(terms.bound())))
                    : Optional.empty();
        } catch (Impossible notForThisModel) {
            return Optional.empty();
        }
    }
}
