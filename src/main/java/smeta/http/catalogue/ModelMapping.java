package smeta.http.catalogue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Framing;
import smeta.catalogue.Limits;
import smeta.catalogue.MediaRule;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.catalogue.Printed;
import smeta.catalogue.Quantity;
import smeta.catalogue.tables.PriceChange;
import smeta.http.answer.RateAnswer;
import smeta.http.answer.SourceAnswer;
import smeta.media.Description;

/**
 * From a model to its answers.
 *
 * @param now whose price card is in force
 */
record ModelMapping(Instant now) {
    /** What a list shows. */
    ModelAnswer brief(Model model) {
        return new ModelAnswer(
                model.qualifiedId(),
                "model",
                model.maker() == null ? model.providerTitle() : model.maker(),
                model.provider(),
                model.id(),
                model.title(),
                model.aliases(),
                names(model.accepts()),
                names(model.gives()),
                model.tools(),
                model.reasons(),
                model.status(),
                model.released(),
                model.retirement() == null ? null : model.retirement().on().toString(),
                model.tokenizer(),
                limits(model.limits()),
                model.card(now, null, null)
                        .map(card -> PriceCardMapping.answer(model, card, false))
                        .orElse(null));
    }

    /** @param others what public tables say about it; null if nobody asked */
    ModelDetailAnswer full(Model model, @Nullable List<Model> others) {
        Map<String, SourceAnswer> sources = new LinkedHashMap<>();
        new TreeMap<>(model.sources()).forEach((key, source) -> sources.put(key, SourceAnswer.of(source)));
        return new ModelDetailAnswer(
                brief(model),
                model.origin(),
                model.sameAs(),
                model.pointsTo(),
                List.copyOf(model.capabilities()),
                retired(model),
                framing(model.framing(), model.toolOverhead()),
                mediaRules(model),
                model.printed().stream().map(p -> printed(model, p)).toList(),
                model.rates().stream()
                        .map(card -> PriceCardMapping.answer(model, card, true))
                        .toList(),
                model.notes(),
                sources,
                others == null
                        ? null
                        : others.stream().map(other -> offer(model, other)).toList());
    }

    private static List<String> names(Set<Modality> modalities) {
        return new TreeSet<>(modalities).stream().map(Modality::wireName).toList();
    }

    private static LimitsAnswer limits(Limits limits) {
        return new LimitsAnswer(
                tokens(limits.context()),
                printed(limits.context()),
                tokens(limits.maxInput()),
                printed(limits.maxInput()),
                tokens(limits.maxOutput()),
                printed(limits.maxOutput()),
                tokens(limits.tokensPerImage()),
                printed(limits.tokensPerImage()),
                limits.source());
    }

    private static @Nullable Long tokens(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.tokens();
    }

    /** A round figure also as it was printed. */
    private static @Nullable String printed(@Nullable Quantity quantity) {
        return quantity == null || !quantity.round() ? null : asPrinted(quantity.printed());
    }

    /** The catalogue's files group digits by {@code _}; who prints them does it by a comma. */
    private static String asPrinted(String figure) {
        return figure.replaceAll("(?<=[0-9])_(?=[0-9])", ",");
    }

    private static ModelDetailAnswer.@Nullable Retired retired(Model model) {
        return model.retirement() == null
                ? null
                : new ModelDetailAnswer.Retired(
                        model.retirement().on().toString(),
                        model.retirement().note(),
                        source(model, model.retirement().source()));
    }

    private static ModelDetailAnswer.Frame framing(Framing framing, Model.@Nullable ToolOverhead tools) {
        return new ModelDetailAnswer.Frame(
                framing.title(),
                framing.start() + " + Σ (" + framing.perMessage() + (framing.countRole() ? " + role" : "")
                        + " + content) + " + framing.reply(),
                framing.note(),
                framing.source() == null ? null : SourceAnswer.of(framing.source()),
                tools == null ? null : tools.auto(),
                tools == null ? null : tools.any());
    }

    private static ModelDetailAnswer.MediaRules mediaRules(Model model) {
        var rules = model.media();
        return new ModelDetailAnswer.MediaRules(
                rule(
                        model,
                        model.image(),
                        rules.image() == null ? null : rules.image().describe()),
                rule(
                        model,
                        model.audio(),
                        rules.audio() == null ? null : rules.audio().describe()),
                rule(
                        model,
                        model.video(),
                        rules.video() == null ? null : rules.video().describe()),
                rule(
                        model,
                        model.document(),
                        rules.document() == null ? null : rules.document().describe()));
    }

    private static ModelDetailAnswer.@Nullable Rule rule(
            Model model, @Nullable MediaRule declared, @Nullable Description description) {
        if (declared == null || description == null) {
            return null;
        }
        Map<String, String> parameters = new TreeMap<>();
        declared.parameters().forEach((name, value) -> parameters.put(name, asPrinted(value)));
        return new ModelDetailAnswer.Rule(
                declared.rule(),
                description.words(),
                description.formula(),
                parameters,
                source(model, declared.source()));
    }

    private static ModelDetailAnswer.OtherDocument printed(Model model, Printed printed) {
        Map<String, String> figures = new LinkedHashMap<>();
        printed.figures().forEach((name, figure) -> figures.put(name, asPrinted(figure)));
        return new ModelDetailAnswer.OtherDocument(figures, printed.note(), source(model, printed.source()));
    }

    private static @Nullable SourceAnswer source(Model model, String key) {
        return model.source(key).map(SourceAnswer::of).orElse(null);
    }

    private ModelDetailAnswer.OtherOffer offer(Model model, Model other) {
        PriceChange difference = PriceChange.of(other.id(), model, other, now);
        return new ModelDetailAnswer.OtherOffer(
                other.qualifiedId(),
                other.rates().stream()
                        .flatMap(card -> card.sources().stream())
                        .flatMap(key -> other.source(key).stream())
                        .findFirst()
                        .map(SourceAnswer::of)
                        .orElse(null),
                difference.kind() == PriceChange.Kind.SAME,
                difference.lines().stream()
                        .map(line -> new ModelDetailAnswer.Difference(
                                line.meter().wireName(),
                                RateAnswer.orNull(line.before()),
                                RateAnswer.orNull(line.after())))
                        .toList(),
                other.notes());
    }
}
