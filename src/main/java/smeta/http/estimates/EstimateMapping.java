package smeta.http.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.MediaRule;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.estimate.Estimate;
import smeta.estimate.Estimator;
import smeta.http.answer.FitAnswer;
import smeta.http.answer.LineAnswer;
import smeta.http.answer.NoteAnswer;
import smeta.http.answer.PartAnswer;
import smeta.http.answer.SourceAnswer;
import smeta.http.answer.TokensAnswer;
import smeta.http.query.ResolvedAnswer;

/**
 * From an estimate to its answer.
 *
 * @param scale   decimals of amounts
 * @param include lines, parts, sources: what an answer has only if it is asked for
 */
record EstimateMapping(int scale, Set<String> include) {
    EstimateAnswer answer(Estimate estimate, @Nullable ResolvedAnswer resolved) {
        Model model = estimate.model();
        Estimate.Cost cost = estimate.cost();
        boolean bounded = estimate.input().bounded() && estimate.output().bounded();
        List<Source> prices = cost == null ? List.of() : Estimator.sources(model, cost.card());
        return new EstimateAnswer(
                model.qualifiedId(),
                estimate.asked(),
                resolved,
                input(estimate.input()),
                TokensAnswer.of(estimate.output().tokens(), estimate.output().bounded()),
                FitAnswer.of(estimate.fit(), model.limits()),
                cost == null ? null : CostAnswer.of(cost, bounded, scale),
                cost != null && include.contains("lines") ? LineAnswer.of(cost.bill()) : null,
                include.contains("parts") ? PartAnswer.of(estimate.items()) : null,
                NoteAnswer.of(estimate.notes()),
                prices.isEmpty() ? null : SourceAnswer.of(prices.get(0)),
                include.contains("sources") ? sources(model, cost == null ? null : prices) : null);
    }

    private static EstimateAnswer.InputTokens input(Estimate.Input input) {
        return new EstimateAnswer.InputTokens(
                input.tokens().low(),
                input.tokens().likely(),
                input.bounded() ? input.tokens().high() : null,
                input.precision().name().toLowerCase(Locale.ROOT),
                input.because(),
                input.tokenizer());
    }

    private static SourcesAnswer sources(Model model, @Nullable List<Source> prices) {
        return new SourcesAnswer(
                prices == null ? null : prices.stream().map(SourceAnswer::of).toList(),
                limits(model),
                SourcesAnswer.RuleSource.of(
                        model.framing().title(), model.framing().source()),
                media(model));
    }

    private static @Nullable List<SourceAnswer> limits(Model model) {
        if (model.limits().source() == null) {
            return null;
        }
        List<SourceAnswer> sources = new ArrayList<>();
        for (String key : model.limits().source().split(", ")) {
            model.source(key).ifPresent(s -> sources.add(SourceAnswer.of(s)));
        }
        return sources;
    }

    private static @Nullable List<SourcesAnswer.RuleSource> media(Model model) {
        List<SourcesAnswer.RuleSource> sources = new ArrayList<>();
        for (MediaRule rule : new MediaRule[] {model.image(), model.audio(), model.video(), model.document()}) {
            if (rule != null) {
                model.source(rule.source()).ifPresent(s -> sources.add(SourcesAnswer.RuleSource.of(rule.rule(), s)));
            }
        }
        return sources.isEmpty() ? null : sources;
    }
}
