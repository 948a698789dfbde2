package smeta.catalogue.compiled;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import smeta.catalogue.Caching;
import smeta.catalogue.Framing;
import smeta.catalogue.Limits;
import smeta.catalogue.MediaRule;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.catalogue.Printed;
import smeta.catalogue.Quantity;
import smeta.catalogue.Retirement;
import smeta.catalogue.Searches;
import smeta.catalogue.Source;

/** What a model is made of, field by field: what a {@code write} puts down its {@code read} takes up. */
final class ModelParts {
    private ModelParts() {}

    static void writeFraming(PackedOutput out, Framing framing) {
        out.text(framing.name());
        out.text(framing.title());
        out.number(framing.start());
        out.number(framing.perMessage());
        out.number(framing.perSystem());
        out.flag(framing.countRole());
        out.number(framing.perName());
        out.number(framing.reply());
        out.number(framing.defaultSystem());
        out.number(framing.slack());
        out.text(framing.tools());
        out.flag(framing.trims());
        out.optional(framing.source(), ModelParts::writeSource);
        out.text(framing.note());
    }

    static Framing readFraming(PackedInput in) {
        return new Framing(
                in.text(),
                in.text(),
                in.size(),
                in.size(),
                in.size(),
                in.flag(),
                in.size(),
                in.size(),
                in.size(),
                in.size(),
                in.text(),
                in.flag(),
                in.optional(ModelParts::readSource),
                in.optionalText());
    }

    static void writeSources(PackedOutput out, Map<String, Source> sources) {
        out.byText(sources, ModelParts::writeSource);
    }

    static Map<String, Source> readSources(PackedInput in) {
        return in.byText(ModelParts::readSource);
    }

    static void writeSource(PackedOutput out, Source source) {
        out.text(source.key());
        out.text(source.title());
        out.text(source.url());
        out.text(source.asOf());
        out.flag(source.vendor());
    }

    static Source readSource(PackedInput in) {
        return new Source(in.text(), in.text(), in.optionalText(), in.text(), in.flag());
    }

    static void writeModalities(PackedOutput out, Set<Modality> modalities) {
        out.list(modalities, PackedOutput::name);
    }

    static Set<Modality> readModalities(PackedInput in) {
        return new LinkedHashSet<>(in.list(i -> i.name(Modality.class)));
    }

    static void writeRetirement(PackedOutput out, Retirement retirement) {
        out.number(retirement.on().toEpochDay());
        out.text(retirement.source());
        out.text(retirement.note());
    }

    static Retirement readRetirement(PackedInput in) {
        return new Retirement(LocalDate.ofEpochDay(in.number()), in.text(), in.optionalText());
    }

    static void writeToolOverhead(PackedOutput out, Model.ToolOverhead overhead) {
        out.number(overhead.auto());
        out.number(overhead.any());
        out.text(overhead.source());
    }

    static Model.ToolOverhead readToolOverhead(PackedInput in) {
        return new Model.ToolOverhead(in.size(), in.size(), in.text());
    }

    static void writeLimits(PackedOutput out, Limits limits) {
        out.optional(limits.context(), ModelParts::writeQuantity);
        out.optional(limits.maxInput(), ModelParts::writeQuantity);
        out.optional(limits.maxOutput(), ModelParts::writeQuantity);
        out.optional(limits.tokensPerImage(), ModelParts::writeQuantity);
        out.text(limits.source());
    }

    static Limits readLimits(PackedInput in) {
        return new Limits(
                in.optional(ModelParts::readQuantity),
                in.optional(ModelParts::readQuantity),
                in.optional(ModelParts::readQuantity),
                in.optional(ModelParts::readQuantity),
                in.optionalText());
    }

    static void writeQuantity(PackedOutput out, Quantity quantity) {
        out.text(quantity.printed());
        out.number(quantity.tokens());
        out.flag(quantity.round());
    }

    static Quantity readQuantity(PackedInput in) {
        return new Quantity(in.text(), in.number(), in.flag());
    }

    static void writeRule(PackedOutput out, MediaRule rule) {
        out.text(rule.rule());
        out.byText(rule.parameters(), PackedOutput::text);
        out.text(rule.source());
    }

    static MediaRule readRule(PackedInput in) {
        return new MediaRule(in.text(), in.byText(PackedInput::text), in.text());
    }

    static void writeSearches(PackedOutput out, Searches searches) {
        out.number(searches.least());
        out.number(searches.likely());
        out.optional(searches.most(), PackedOutput::number);
        out.flag(searches.inFee());
        out.text(searches.depth());
        out.text(searches.source());
    }

    static Searches readSearches(PackedInput in) {
        return new Searches(
                in.number(), in.number(), in.optional(PackedInput::number), in.flag(), in.optionalText(), in.text());
    }

    static void writeCaching(PackedOutput out, Caching caching) {
        out.number(caching.minimum());
        out.number(caching.surelyFrom());
        out.optional(caching.unasked(), (o, lifetime) -> o.number(lifetime.toSeconds()));
        out.text(caching.source());
    }

    static Caching readCaching(PackedInput in) {
        return new Caching(in.number(), in.number(), in.optional(i -> Duration.ofSeconds(i.number())), in.text());
    }

    static void writePrinted(PackedOutput out, Printed printed) {
        out.byText(printed.figures(), PackedOutput::text);
        out.text(printed.source());
        out.text(printed.note());
    }

    static Printed readPrinted(PackedInput in) {
        return new Printed(in.byText(PackedInput::text), in.text(), in.optionalText());
    }
}
