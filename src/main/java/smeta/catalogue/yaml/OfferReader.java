package smeta.catalogue.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Framing;
import smeta.catalogue.MediaRules;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.meter.Meter;
import smeta.price.RateCard;

/** Reads offers that are rows of a list, by the rules of the catalogue's files. Thread-safe. */
public final class OfferReader {
    /** Figures of tables are printed in full, so that k stands in none. */
    private static final int KILO = 1000;

    private final String file;
    private final Map<String, Source> tables;
    private final Catalogue own;

    /**
     * @param file   where the rows stand
     * @param tables the sources that a row may name
     * @param own    the models that a row may be like
     */
    public OfferReader(String file, Map<String, Source> tables, Catalogue own) {
        this.file = file;
        this.tables = tables;
        this.own = own;
    }

    /**
     * @param line    of the row, from 1
     * @param defects takes what the strict reader refuses; with any, the model is of no use
     */
    public @Nullable Model read(String seller, String id, JsonNode row, int line, List<String> defects) {
        Defects found = new Defects(file, (message, place) -> defects.add(message));
        YamlFields form = YamlFields.of(JsonTree.of(row, line), "a model", found);
        ProviderFile.Entry entry = ProviderFile.entry(id, form, tables.keySet(), KILO, found);
        if (!defects.isEmpty()) {
            return null;
        }
        Model like = entry.like() == null ? null : own.findOwn(entry.like()).orElse(null);
        Map<String, Source> sources = new LinkedHashMap<>();
        if (like != null) {
            like.sources().forEach((key, source) -> sources.put(ModelTraits.key(like.provider(), key), source));
        }
        sources.putAll(tables);
        return model(seller, entry, like, sources, file + ":" + line);
    }

    /** What a family shares is taken from the listed model; limits and rates never are. */
    private static Model model(
            String seller, ProviderFile.Entry entry, @Nullable Model like, Map<String, Source> sources, String origin) {
        ModelTraits draft = entry.own();
        ModelTraits shared = like == null ? draft : draft.orElse(ModelTraits.sharedBy(like));
        return new Model(
                seller,
                seller,
                entry.id(),
                entry.title() == null ? entry.id() : entry.title(),
                shared.maker(),
                entry.aliases(),
                null,
                null,
                shared.accepts() == null ? whatHasAPrice(entry.rates()) : shared.accepts(),
                shared.gives() == null ? Set.of() : shared.gives(),
                shared.givesUnasked(),
                entry.capabilities(),
                shared.tools(),
                shared.reasons(),
                entry.status(),
                entry.released(),
                entry.retirement(),
                shared.tokenizer() == null ? "unpublished" : shared.tokenizer(),
                Boolean.TRUE.equals(shared.tokenizerAssumed()),
                like == null ? Framing.UNPUBLISHED : like.framing(),
                shared.toolOverhead(),
                draft.limits(),
                shared.image(),
                shared.audio(),
                shared.video(),
                shared.document(),
                like == null ? MediaRules.NONE : like.media(),
                null,
                null,
                entry.printed(),
                entry.rates(),
                entry.notes(),
                sources,
                origin);
    }

    /** A table that names no media still has prices for them. */
    private static Set<Modality> whatHasAPrice(List<RateCard> cards) {
        Set<Modality> accepts = EnumSet.of(Modality.TEXT);
        for (RateCard card : cards) {
            for (Meter meter : card.rates().byMeter().keySet()) {
                switch (meter.key()) {
                    case "image" -> accepts.add(Modality.IMAGE);
                    case "audio" -> accepts.add(Modality.AUDIO);
                    case "video" -> accepts.add(Modality.VIDEO);
                    case "document" -> accepts.add(Modality.FILE);
                    default -> {}
                }
            }
        }
        return accepts;
    }
}
