package smeta.http.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Limits;
import smeta.estimate.Check;
import smeta.estimate.Estimate;
import smeta.estimate.Fit;
import smeta.http.answer.Amounts;
import smeta.http.answer.AssumptionAnswer;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.answer.FitAnswer;
import smeta.http.answer.MoneyAnswer;
import smeta.http.answer.TokensAnswer;
import smeta.http.query.EstimateQuery;
import smeta.http.query.ResolvedAnswer;
import smeta.meter.Meter;
import smeta.prompt.Prompt;

/**
 * From a check to its answer.
 *
 * @param catalogue its version
 */
record CheckMapping(CheckQuery asked, String catalogue) {
    /** @param instead null if none were asked for, or the request passes */
    CheckAnswer answer(
            Check check, @Nullable ResolvedAnswer resolved, Prompt prompt, @Nullable List<Check.Alternative> instead) {
        Estimate estimate = check.estimate();
        Estimate.Cost cost = estimate == null ? null : estimate.cost();
        Check.Repair repair = check.repair();
        return new CheckAnswer(
                check.allowed() ? "allow" : "deny",
                check.reasons(),
                check.notKnown().isEmpty() ? null : check.notKnown(),
                check.model().qualifiedId(),
                check.asked(),
                resolved,
                null,
                check.bound().wireName(),
                check.hold() == null ? null : rounded(check.hold()),
                limit(check),
                estimate != null ? "all" : check.certain() != null ? "until certain" : null,
                input(check),
                estimate == null
                        ? null
                        : TokensAnswer.of(
                                estimate.output().tokens(), estimate.output().bounded()),
                fit(check),
                cost == null || cost.bill().isComplete()
                        ? null
                        : cost.bill().unpriced().stream().map(Meter::wireName).toList(),
                cost == null || cost.conversion() == null
                        ? null
                        : ExchangeRateAnswer.of(cost.conversion().used()),
                repair == null ? null : new CheckAnswer.Repair(repair.maxOutput()),
                repair == null || repair.cost() == null ? null : rounded(repair.cost()),
                catalogue,
                assumed(asked.common(), prompt),
                instead == null ? null : instead.stream().map(this::instead).toList());
    }

    /** Not a 404: to a gateway a model that nobody prices is a decision like any other. */
    CheckAnswer unknownModel(String name, List<String> suggestions) {
        boolean passes = asked.rules().unknownPasses();
        List<String> reason = List.of("unknown_model");
        return new CheckAnswer(
                passes ? "allow" : "deny",
                passes ? List.of() : reason,
                passes ? reason : null,
                null,
                name,
                null,
                suggestions,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                catalogue,
                null,
                null);
    }

    private MoneyAnswer rounded(smeta.money.Money money) {
        return MoneyAnswer.rounded(money, asked.common().scale());
    }

    private CheckAnswer.@Nullable Limit limit(Check check) {
        if (check.limit() != null) {
            return new CheckAnswer.Limit(
                    Amounts.exact(check.limit().amount()),
                    check.limit().currency().getCurrencyCode());
        }
        return asked.rules().limit() == null
                ? null
                : new CheckAnswer.Limit(Amounts.plain(asked.rules().limit()), null);
    }

    private static CheckAnswer.@Nullable Prompt input(Check check) {
        if (check.estimate() != null) {
            Estimate.Input input = check.estimate().input();
            return new CheckAnswer.Prompt(
                    null,
                    input.tokens().low(),
                    input.tokens().likely(),
                    input.bounded() ? input.tokens().high() : null,
                    input.precision().name().toLowerCase(Locale.ROOT));
        }
        return check.certain() == null
                ? null
                : new CheckAnswer.Prompt(check.certain().moreThan(), null, null, null, null);
    }

    private static CheckAnswer.@Nullable Room fit(Check check) {
        Limits limits = check.model().limits();
        if (check.estimate() != null) {
            FitAnswer fit = FitAnswer.of(check.estimate().fit(), limits);
            return new CheckAnswer.Room(
                    fit.verdict(),
                    fit.context(),
                    fit.maxInput(),
                    fit.maxOutput(),
                    fit.roomForReply(),
                    fit.overBy(),
                    fit.reasons());
        }
        return check.certain() == null
                ? null
                : new CheckAnswer.Room(
                        null,
                        FitAnswer.tokens(limits.context()),
                        FitAnswer.tokens(limits.maxInput()),
                        null,
                        null,
                        null,
                        null);
    }

    private CheckAnswer.Instead instead(Check.Alternative other) {
        Fit fit = other.estimate().fit();
        return new CheckAnswer.Instead(
                other.estimate().model().qualifiedId(),
                rounded(other.hold()),
                new CheckAnswer.Room(fit.verdict().wireName(), null, null, null, fit.roomForReply(), null, null));
    }

    private static List<AssumptionAnswer> assumed(EstimateQuery common, Prompt prompt) {
        List<AssumptionAnswer> assumed = new ArrayList<>(common.assumed());
        if (common.assumptions().reply().cap() == null) {
            assumed.add(
                    prompt.maxOutput() == null
                            ? new AssumptionAnswer(
                                    "max_output",
                                    "the model's maximum",
                                    "the body sets no cap, so the most that the model may write is what must be held")
                            : new AssumptionAnswer("max_output", Long.toString(prompt.maxOutput()), "body"));
        }
        if (common.assumptions().currency() == null) {
            assumed.add(new AssumptionAnswer("currency", "the price card's own", "default; a limit is in it too"));
        }
        return assumed;
    }
}
