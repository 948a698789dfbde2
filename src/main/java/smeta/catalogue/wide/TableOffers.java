package smeta.catalogue.wide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.catalogue.WideList;
import smeta.catalogue.yaml.OfferReader;
import smeta.name.SpelledName;

/** Offers of the rows: nothing is read before the first question; then each model when it is asked for. */
final class TableOffers implements WideList {
    private final WideRows rows;
    private final OfferReader reader;
    private final UnaryOperator<Model> prices;
    private final Map<String, Model> read = new ConcurrentHashMap<>();

    /** @param prices what each offer costs, by what the tables say */
    TableOffers(WideRows rows, Catalogue own, UnaryOperator<Model> prices) {
        this.rows = rows;
        reader = new OfferReader(WideRows.FILE, rows.sources(), own);
        this.prices = prices;
    }

    @Override
    public String version() {
        return rows.version();
    }

    @Override
    public Map<String, Source> tables() {
        return rows.sources();
    }

    @Override
    public String text() {
        return rows.text();
    }

    @Override
    public String title(String key) {
        WideRows.Row row = rows.rows().get(key);
        return row == null ? "" : row.title();
    }

    @Override
    public List<SpelledName> names() {
        return rows.rows().values().stream().map(WideRows.Row::name).toList();
    }

    @Override
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

    @Override
    public Map<String, String> defects() {
        Map<String, String> defects = new LinkedHashMap<>();
        rows.rows().forEach((key, row) -> {
            List<String> found = new ArrayList<>();
            read(row, found);
            if (!found.isEmpty()) {
                defects.put(key, found.get(0));
            }
        });
        return defects;
    }

    private Model read(WideRows.Row row) {
        List<String> defects = new ArrayList<>();
        Model model = read(row, defects);
        if (model == null || !defects.isEmpty()) {
            throw new IllegalStateException("the wide list has a row with defects: " + defects);
        }
        return model;
    }

    private @Nullable Model read(WideRows.Row row, List<String> defects) {
        return reader.read(row.name().seller(), row.name().id(), row.tree(), row.line(), defects);
    }
}
