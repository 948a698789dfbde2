package smeta.catalogue.compiled;

import smeta.catalogue.Listing;
import smeta.catalogue.MediaRules;
import smeta.catalogue.Model;

/**
 * A model but for its names, which its {@link Listing} has, field by field: what {@code write} puts down {@code read}
 * takes up, in the same order.
 */
final class ModelForm {
    private ModelForm() {}

    /**
     * @param framing where the model's stands in the file
     * @param sources likewise
     */
    static void write(PackedOutput out, Model model, int framing, int sources) {
        out.text(model.title());
        out.text(model.maker());
        out.text(model.sameAs());
        out.text(model.pointsTo());
        ModelParts.writeModalities(out, model.accepts());
        ModelParts.writeModalities(out, model.gives());
        out.optional(model.givesUnasked(), ModelParts::writeModalities);
        out.texts(model.capabilities());
        out.optional(model.tools(), PackedOutput::flag);
        out.optional(model.reasons(), PackedOutput::flag);
        out.text(model.status());
        out.text(model.released());
        out.optional(model.retirement(), ModelParts::writeRetirement);
        out.text(model.tokenizer());
        out.flag(model.tokenizerAssumed());
        out.number(framing);
        out.optional(model.toolOverhead(), ModelParts::writeToolOverhead);
        ModelParts.writeLimits(out, model.limits());
        out.optional(model.image(), ModelParts::writeRule);
        out.optional(model.audio(), ModelParts::writeRule);
        out.optional(model.video(), ModelParts::writeRule);
        out.optional(model.document(), ModelParts::writeRule);
        out.byText(model.media().declared(), ModelParts::writeRule);
        out.optional(model.searches(), ModelParts::writeSearches);
        out.optional(model.caching(), ModelParts::writeCaching);
        out.list(model.printed(), ModelParts::writePrinted);
        out.list(model.rates(), CardForm::write);
        out.texts(model.notes());
        out.number(sources);
        out.text(model.origin());
    }

    /** @param shared what models of one file have in common */
    static Model read(PackedInput in, Listing names, SharedParts shared) {
        return new Model(
                names.provider(),
                names.providerTitle(),
                names.id(),
                in.text(),
                in.optionalText(),
                names.aliases(),
                in.optionalText(),
                in.optionalText(),
                ModelParts.readModalities(in),
                ModelParts.readModalities(in),
                in.optional(ModelParts::readModalities),
                in.texts(),
                in.optional(PackedInput::flag),
                in.optional(PackedInput::flag),
                in.optionalText(),
                in.optionalText(),
                in.optional(ModelParts::readRetirement),
                in.text(),
                in.flag(),
                shared.framing(in.size()),
                in.optional(ModelParts::readToolOverhead),
                ModelParts.readLimits(in),
                in.optional(ModelParts::readRule),
                in.optional(ModelParts::readRule),
                in.optional(ModelParts::readRule),
                in.optional(ModelParts::readRule),
                MediaRules.of(in.byText(ModelParts::readRule), ModelForm::refuse),
                in.optional(ModelParts::readSearches),
                in.optional(ModelParts::readCaching),
                in.list(ModelParts::readPrinted),
                in.list(CardForm::read),
                in.texts(),
                shared.sources(in.size()),
                in.text());
    }

    private static void refuse(String key, String why) {
        throw new IllegalArgumentException("“" + key + "”: " + why);
    }
}
