package smeta.spark;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import smeta.catalogue.Catalogue;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.estimate.Estimator;
import smeta.money.ExchangeRates;
import smeta.token.Tokenizers;

/**
 * What all lines of a JVM share: it is made when the first line needs it, and never travels over the network. All of it
 * is thread-safe, so the tasks of one executor use it at the same time. Without exchange rates: costs stay in the
 * currency of the price card.
 */
record SharedEstimator(Tokenizers tokenizers, Catalogue catalogue, Estimator estimator) {
    private static final AtomicInteger LOADS = new AtomicInteger();

    private static final class Once {
        static final SharedEstimator ONE = load();
    }

    static SharedEstimator get() {
        return Once.ONE;
    }

    /** How often this JVM has read the catalogue. */
    static int loads() {
        return LOADS.get();
    }

    private static SharedEstimator load() {
        LOADS.incrementAndGet();
        Tokenizers tokenizers = Tokenizers.bundled();
        Catalogue catalogue = new CatalogueReader(1000, tokenizers.names()).read(CatalogueFiles.bundled());
        return new SharedEstimator(tokenizers, catalogue, new Estimator(new ExchangeRates(List.of())));
    }
}
