package smeta.budget;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Assumptions;
import smeta.estimate.Deadline;
import smeta.estimate.Estimate;
import smeta.estimate.Estimator;
import smeta.estimate.Fit;
import smeta.estimate.Request;
import smeta.estimate.Share;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.Currencies;
import smeta.money.ExchangeRates;
import smeta.money.Money;
import smeta.prompt.Prompt;
import smeta.token.Tokenizers;

/**
 * A scenario worked out: the plans of each workload, its first model's first.
 *
 * @param total     of the workloads' first models, by month; a month is null if one of them has no price there
 * @param firstOver of the total
 */
public record Budget(
        PlanTerms terms,
        List<Line> lines,
        List<BudgetPlan.@Nullable Cost> total,
        BudgetPlan.@Nullable Cost sum,
        @Nullable YearMonth firstOver) {
    /** The plan itself writes to the cache what the workload says; the marks of the body then say nothing. */
    private static final Share NOTHING = Share.ofTokens(0);

    /** @param repairs of each plan that isn't within the limit; null for the others */
    public record Line(String name, List<BudgetPlan> plans, List<@Nullable Repairs> repairs) {}

    /** @param catalogue the models that are looked through where a plan is over its limit */
    public static Budget of(ExchangeRates exchange, List<Model> catalogue, PlanTerms terms, List<Workload> workloads) {
        Planner planner = new Planner(exchange, terms);
        List<Line> lines = new ArrayList<>();
        for (Workload workload : workloads) {
            List<BudgetPlan> plans = workload.models().stream()
                    .map(m -> planner.plan(workload, m))
                    .toList();
            List<@Nullable Repairs> repairs = new ArrayList<>();
            for (BudgetPlan plan : plans) {
                repairs.add(
                        terms.limit() != null && plan.firstOver() != null
                                ? Repairs.of(planner, terms, plan, catalogue)
                                : null);
            }
            lines.add(new Line(workload.name(), plans, repairs));
        }
        return summed(terms, lines);
    }

    private static Budget summed(PlanTerms terms, List<Line> lines) {
        List<BudgetPlan.@Nullable Cost> total = new ArrayList<>();
        BudgetPlan.Cost sum = null;
        boolean complete = true;
        YearMonth firstOver = null;
        for (int i = 0; i < terms.months(); i++) {
            int month = i;
            BudgetPlan.Cost cost = sum(lines.stream()
                    .map(l -> l.plans().get(0).months().get(month).cost())
                    .toList());
            total.add(cost);
            complete &= cost != null;
            sum = cost == null ? sum : sum == null ? cost : sum.plus(cost);
            Money compared = cost == null || sum == null ? null : (terms.perMonth() ? cost : sum).at(terms.bound());
            if (firstOver == null
                    && terms.limit() != null
                    && compared != null
                    && compared.amount().compareTo(smeta.money.Fraction.of(terms.limit())) > 0) {
                firstOver = lines.get(0).plans().get(0).months().get(month).month();
            }
        }
        return new Budget(terms, lines, total, complete ? sum : null, firstOver);
    }

    /** Null if one is null, or the currencies differ (no currency was asked for). */
    private static BudgetPlan.@Nullable Cost sum(List<BudgetPlan.@Nullable Cost> costs) {
        BudgetPlan.Cost sum = null;
        for (BudgetPlan.Cost cost : costs) {
            if (cost == null
                    || sum != null
                            && !Currencies.same(
                                    sum.likely().currency(), cost.likely().currency())) {
                return null;
            }
            sum = sum == null ? cost : sum.plus(cost);
        }
        return sum;
    }

    /** A workload of figures: so many tokens in. */
    public static Workload ofFigures(AskedWorkload asked, List<Model> models) {
        long input = Objects.requireNonNull(asked.input());
        ReplyLength output = Objects.requireNonNull(asked.output());
        List<Item> prompt = List.of(new Item("text", Meter.INPUT_TOKENS, Count.exact(input), null));
        return workload(asked, models, model -> {
            Fit fit = Fit.of(model.printedLimits(), input, output.middle(), List.of());
            boolean fits = fit.verdict() == Fit.Verdict.FITS || fit.verdict() == Fit.Verdict.UNKNOWN;
            return new SampleRequest(
                    prompt, List.of(), null, fits ? null : fit.reasons().get(0), List.of());
        });
    }

    /** A workload of a request body. */
    public static Workload ofPrompt(
            AskedWorkload asked,
            List<Model> models,
            Prompt prompt,
            Estimator estimator,
            Tokenizers tokenizers,
            PlanTerms terms,
            Deadline deadline) {
        Assumptions said = Assumptions.at(
                        terms.start().atStartOfDay(ZoneOffset.UTC).toInstant())
                .withOutput(null, asked.maxOutput())
                .withCache(NOTHING, asked.cacheWrite() == null ? null : NOTHING, null);
        Request request = new Request(prompt, said, tokenizers, deadline);
        return workload(asked, models, model -> {
            Estimate estimate = estimator.estimate(request, model, model.qualifiedId());
            Fit.Verdict verdict = estimate.fit().verdict();
            boolean fits = verdict == Fit.Verdict.FITS || verdict == Fit.Verdict.UNKNOWN;
            return new SampleRequest(
                    estimate.items().stream()
                            .filter(i -> !i.meter().isReplyTokens())
                            .toList(),
                    estimate.items().stream()
                            .filter(i -> i.meter().isReplyTokens())
                            .toList(),
                    asked.cacheWrite() == null
                            ? estimator.usuallyCached(model, estimate.input().tokens())
                            : null,
                    fits ? null : estimate.fit().reasons().get(0),
                    List.of());
        });
    }

    private static Workload workload(AskedWorkload asked, List<Model> models, Function<Model, SampleRequest> sample) {
        return new Workload(
                asked.name(),
                models,
                asked.volume(),
                sample,
                asked.output(),
                asked.reasoning(),
                asked.cached(),
                asked.cacheWrite(),
                asked.lifetime(),
                asked.batchShare(),
                asked.tier());
    }
}
