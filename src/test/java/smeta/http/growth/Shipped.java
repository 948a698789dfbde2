package smeta.http.growth;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.catalogue.compiled.ShippedCatalogue;
import smeta.estimate.Estimator;
import smeta.http.SmetaConfig;
import smeta.http.library.ImportReport;
import smeta.http.library.Library;
import smeta.http.load.LargeTurns;
import smeta.http.load.Load;
import smeta.http.load.Memory;
import smeta.money.ExchangeRates;
import smeta.token.Tokenizers;

/** What the service holds when it has just started, without a service. */
public final class Shipped {
    private final Tokenizers tokenizers = Tokenizers.bundled();
    private final Library.Snapshot snapshot;
    private final SmetaConfig config = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withMapping(SmetaConfig.class)
            .build()
            .getConfigMapping(SmetaConfig.class);
    private final Memory memory = new Memory(config);
    private final Load load = new Load(config, new LargeTurns(config, memory), null);

    public Shipped() {
        Catalogue catalogue = ShippedCatalogue.read(1000, tokenizers.names());
        ExchangeRates exchange = ExchangeRates.read("none", List.of());
        Estimator estimator = new Estimator(exchange);
        snapshot = new Library.Snapshot(
                catalogue,
                CatalogueNames.of(catalogue, null),
                exchange,
                estimator,
                estimator,
                List.of(),
                false,
                catalogue,
                Map::of,
                new ImportReport(List.of(), Map.of()),
                null);
    }

    public Library.Snapshot snapshot() {
        return snapshot;
    }

    public Tokenizers tokenizers() {
        return tokenizers;
    }

    public Memory memory() {
        return memory;
    }

    public Load load() {
        return load;
    }

    public Optional<Model> model(String name) {
        return snapshot.names().find(name, null).map(NamedModel::model);
    }
}
