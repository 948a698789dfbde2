package smeta.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.name.SpelledName;
import smeta.price.RateCard;

/**
 * What public tables say of offers, by seller. Second in rank: what the catalogue's own files have is theirs. Nothing is
 * read before the first question; then each model when it is asked for.
 * Thread-safe.
 */
public final class WideList {
    /** Figures of tables are printed in full, so that k stands in none. */
    private static final int KILO = 1000;

    private final WideRows rows;
    private final Catalogue own;
    private final UnaryOperator<Model> prices;
    private final Map<String, Model> read = new ConcurrentHashMap<>();

    /** @param prices what each offer costs, by what the tables say */
    WideList(WideRows rows, Catalogue own, UnaryOperator<Model> prices) {
        this.rows = rows;
        this.own = own;
        this.prices = prices;
    }

    /** The newest table's day and a hash of the rows. */
    public String version() {
        return rows.version();
    }

    /** The tables that the rows are from, newest first. */
    public Map<String, Source> tables() {
        return rows.sources();
    }

    /** The list in the form of its file. */
    public String text() {
        return rows.text();
    }

    /** A model's title as its row has it, without reading the model; empty if there is none. */
    String title(String key) {
        WideRows.Row row = rows.rows().get(key);
        return row == null ? "" : row.title();
    }

    WideRows rows() {
        return rows;
    }

    /** Every row's name, sorted by seller and id: also of offers that the own files have. */
    List<SpelledName> names() {
        return rows.rows().values().stream().map(WideRows.Row::name).toList();
    }

    /** What the tables say of an offer, by {@code seller/id}, exactly; the own files may say otherwise. */
    public Optional<Model> find(String key) {
        Model known = read.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        WideRows.Row row = rows.rows().get(key);
        if (row == null) {
            return Optional.empty();
        }
        Model model = prices.apply(read(row));
        read.put(key, model);
        return Optional.of(model);
    }

    /** The offers that the strict reader refuses, each with its first reason; none in what ships. */
    public Map<String, String> defects() {
        Map<String, String> defects = new LinkedHashMap<>();
        rows.rows().forEach((key, row) -> {
            List<String> found = new ArrayList<>();
            read(row, rows.sources(), own, found);
            if (!found.isEmpty()) {
                defects.put(key, found.get(0));
            }
        });
        return defects;
    }

    private Model read(WideRows.Row row) {
        List<String> defects = new ArrayList<>();
        Model model = read(row, rows.sources(), own, defects);
        if (model == null || !defects.isEmpty()) {
            throw new IllegalStateException("the wide list has a row with defects: " + defects);
        }
        return model;
    }

    /** @param defects takes what the strict reader refuses; with any, the model is of no use */
    static @Nullable Model read(
            WideRows.Row row, Map<String, Source> tables, Catalogue own, List<String> defects) {
        Defects found = new Defects("wide/offers.tsv", (message, line) -> defects.add(message));
        YamlFields form = YamlFields.of(JsonTree.of(row.tree(), row.line()), "a model", found);
        ProviderFile.Entry entry = ProviderFile.entry(row.name().id(), form, tables.keySet(), KILO, found);
        if (!defects.isEmpty()) {
            return null;
        }
        ModelTraits draft = entry.own();
        Model like = entry.like() == null ? null : own.findOwn(entry.like()).orElse(null);
        Map<String, Source> sources = new LinkedHashMap<>();
        if (like != null) {
            like.sources().forEach((key, source) -> sources.put(ModelTraits.key(like.provider(), key), source));
        }
        sources.putAll(tables);
        return model(row, entry, draft, like, sources);
    }

    /** What a family shares is taken from the listed model; limits and rates never are. */
    private static Model model(
            WideRows.Row row, ProviderFile.Entry entry, ModelTraits draft, @Nullable Model like, Map<String, Source> sources) {
        ModelTraits shared = like == null ? draft : draft.orElse(ModelTraits.sharedBy(like));
        return new Model(
                row.name().seller(), row.name().seller(), row.name().id(), entry.title() == null ? row.name().id() : entry.title(),
                shared.maker(), entry.aliases(), null, null,
                shared.accepts() == null ? whatHasAPrice(entry.rates()) : shared.accepts(),
                shared.gives() == null ? Set.of() : shared.gives(),
                shared.givesUnasked(), entry.capabilities(), shared.tools(), shared.reasons(),
                entry.status(), entry.released(), entry.retirement(),
                shared.tokenizer() == null ? "unpublished" : shared.tokenizer(),
                Boolean.TRUE.equals(shared.tokenizerAssumed()),
                like == null ? Framing.UNPUBLISHED : like.framing(),
                shared.toolOverhead(), draft.limits(), shared.image(), shared.audio(), shared.video(),
                shared.document(), like == null ? MediaRules.NONE : like.media(), null, null,
                entry.printed(), entry.rates(), entry.notes(), sources, "wide/offers.tsv:" + row.line());
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
                    default -> { }
                }
            }
        }
        return accepts;
    }
}
