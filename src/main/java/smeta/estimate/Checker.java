package smeta.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.money.Money;

/**
 * Decides whether a request passes: it must fit the model, have a price, and cost no more than a limit, all at the
 * bound of the assumptions. Thread-safe.
 */
public final class Checker {
    private static final Set<String> MENDED_BY_A_CAP = Set.of("over_output", "over_context", "over_limit", "unbounded");

    private final Estimator estimator;

    public Checker(Estimator estimator) {
        this.estimator = estimator;
    }

    /**
     * @param early true if counting may stop once a denial is certain; its reasons are then those found so far
     * @throws Impossible if the assumptions contradict the request, or no exchange rate is known
     */
    public Check check(Request request, Model model, String asked, Check.Rules rules, boolean early) {
        Check certain = early && !estimator.corrects(request, model)
                ? new EarlyDenial(estimator, request, model, asked, rules).check()
                : null;
        if (certain != null) {
            return certain;
        }
        Metered prompt = estimator.meter(request, model);
        Estimate estimate = estimator.estimate(request, model, asked, prompt);
        Verdict verdict = judge(request, estimate, rules);
        Check.Repair repair = verdict.passes() || !verdict.mendable(estimate)
                ? null
                : repair(request, model, prompt, rules, estimate);
        return new Check(
                model,
                asked,
                request.assumptions.bound(),
                verdict.reasons,
                verdict.notKnown,
                estimate,
                hold(request, estimate),
                limit(rules, estimate),
                repair,
                null);
    }

    /**
     * The cheapest models with which the request passes as it is: that take all its parts and its tools, talk, have a
     * price that is known, and are not retired. Cheapest first; what costs the same stays in the order given.
     *
     * @param currency in which they are compared
     */
    public List<Check.Alternative> alternatives(
            Request request, List<Model> among, Model instead, Check.Rules rules, Currency currency, int most) {
        Request converted = request.with(request.assumptions.withCurrency(currency));
        List<Check.Alternative> found = new ArrayList<>();
        for (Model model : among) {
            if (model.qualifiedId().equals(instead.qualifiedId())
                    || !model.talks()
                    || !model.isOnOffer(request.assumptions.moment())
                    || lacksTools(request, model)) {
                continue;
            }
            try {
                Estimate estimate = estimator.estimate(converted, model, model.qualifiedId());
                Money hold = hold(converted, estimate);
                if (hold != null
                        && judge(converted, estimate, new Check.Rules(rules.limit(), false))
                                .passes()) {
                    found.add(new Check.Alternative(estimate, hold));
                }
            } catch (Impossible notForThisModel) {
                continue;
            }
        }
        found.sort(Comparator.comparing(Check.Alternative::hold));
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    /** A model of which it isn't known whether it can call tools is no alternative. */
    private static boolean lacksTools(Request request, Model model) {
        return !request.functions().isEmpty() && !Boolean.TRUE.equals(model.tools())
                || !request.serverTools().isEmpty();
    }

    private record Verdict(List<String> reasons, List<String> notKnown) {
        boolean passes() {
            return reasons.isEmpty();
        }

        boolean mendable(Estimate estimate) {
            return MENDED_BY_A_CAP.containsAll(reasons) && estimate.fit().verdict() != Fit.Verdict.OVER;
        }
    }

    private static Verdict judge(Request request, Estimate estimate, Check.Rules rules) {
        List<String> reasons = new ArrayList<>();
        List<String> notKnown = new ArrayList<>();
        (estimate.fit().verdict() == Fit.Verdict.UNKNOWN ? notKnown : reasons)
                .addAll(estimate.fit().reasons());
        Bound bound = request.assumptions.bound();
        if (estimate.model().isRetired(request.assumptions.moment())) {
            reasons.add("retired");
        }
        if (estimate.cost() == null || !estimate.cost().bill().isComplete()) {
            notKnown.add("no_price");
        }
        Money limit = limit(rules, estimate);
        if (limit != null
                && estimate.cost() != null
                && estimate.cost().at(bound).compareTo(limit) > 0) {
            reasons.add("over_limit");
        }
        if (bound == Bound.HIGH
                && (!estimate.input().bounded() || !estimate.output().bounded())) {
            notKnown.add("unbounded");
        }
        if (!rules.unknownPasses()) {
            reasons.addAll(notKnown);
            notKnown = List.of();
        }
        return new Verdict(reasons, notKnown);
    }

    private static @Nullable Money hold(Request request, Estimate estimate) {
        Bound bound = request.assumptions.bound();
        boolean bounded = bound != Bound.HIGH
                || estimate.input().bounded() && estimate.output().bounded();
        return estimate.cost() == null || !estimate.cost().bill().isComplete() || !bounded
                ? null
                : estimate.cost().at(bound);
    }

    private static @Nullable Money limit(Check.Rules rules, Estimate estimate) {
        return rules.limit() == null || estimate.cost() == null
                ? null
                : Money.of(rules.limit(), estimate.cost().likely().currency());
    }

    /** Costs don't fall as the cap rises, so the largest cap that passes is found by halving. */
    private Check.@Nullable Repair repair(
            Request request, Model model, Metered prompt, Check.Rules rules, Estimate estimate) {
        Long room = estimate.fit().roomForReply();
        long passes = 0;
        long fails = room == null ? 1L << 40 : room + 1;
        while (fails - passes > 1) {
            long cap = passes + (fails - passes) / 2;
            Request capped = request.with(capped(request.assumptions, cap));
            if (judge(capped, estimator.estimate(capped, model, model.id(), prompt), rules)
                    .passes()) {
                passes = cap;
            } else {
                fails = cap;
            }
        }
        if (passes == 0 || room == null && fails == 1L << 40) {
            return null;
        }
        Request capped = request.with(capped(request.assumptions, passes));
        return new Check.Repair(passes, hold(capped, estimator.estimate(capped, model, model.id(), prompt)));
    }

    /** With that cap, and no longer a likely reply than it allows. */
    static Assumptions capped(Assumptions said, long cap) {
        long reasoning = said.reply().reasoning() == null ? 0 : said.reply().reasoning();
        Long output = said.reply().likely() == null || said.reply().likely() + reasoning > cap
                ? null
                : said.reply().likely();
        return said.withOutput(output, cap);
    }
}
