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
import smeta.name.WideNames;

/** Offers of the rows: nothing is read before the first question; then each model when it is asked for. */
final class TableOffers implements WideList {
    private final WideRows rows;
    private final Catalogue own;
    private final UnaryOperator<Model> prices;
    private final Map<String, Model> read = new ConcurrentHashMap<>();

    /** @param prices what each offer costs, by what the tables say */
    TableOffers(WideRows rows, Catalogue own, UnaryOperator<Model> prices) {
        this.rows = rows;
        this.own = own;
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
        int line = rows.names().find(key);
        return line < 0 ? "" : rows.title(line);
    }

    @Override
    public WideNames names() {
        return rows.names();
    }

    @Override
    public Optional<Model> find(String key) {
        Model known = read.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        int line = rows.names().find(key);
        if (line < 0) {
            return Optional.empty();
        }
        Model model = prices.apply(read(line));
        read.put(key, model);
        return Optional.of(model);
    }

    @Override
    public Map<String, String> defects() {
        Map<String, String> defects = new LinkedHashMap<>();
        for (int line = 0; line < rows.names().size(); line++) {
            List<String> found = new ArrayList<>();
            read(line, found);
            if (!found.isEmpty()) {
                defects.put(rows.names().name(line).key(), found.get(0));
            }
        }
        return defects;
    }

    private Model read(int line) {
        List<String> defects = new ArrayList<>();
        Model model = read(line, defects);
        if (model == null || !defects.isEmpty()) {
            throw new IllegalStateException("the wide list has a row with defects: " + defects);
        }
        return model;
    }

    private @Nullable Model read(int line, List<String> defects) {
        return RowJson.read(rows, line, own, defects);
    }
}
