package smeta.http;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueDefects;
import smeta.catalogue.CatalogueFiles;
import smeta.catalogue.CatalogueReader;
import smeta.estimate.Estimator;
import smeta.money.ExchangeRates;
import smeta.token.Tokenizers;

/**
 * What every request uses: tokenizers, catalogue, exchange rates. A request takes the {@link #shelf} once and so sees one
 * catalogue from start to end.
 */
@Startup
@ApplicationScoped
public class Library {
    private static final Logger LOG = Logger.getLogger(Library.class);

    private final SmetaConfig config;
    private final Tokenizers tokenizers = Tokenizers.bundled();
    private final Map<String, String> bundled = CatalogueFiles.bundled();
    private final AtomicReference<Shelf> shelf = new AtomicReference<>();
    private Map<String, String> lastRead = Map.of();

    /**
     * @param defects of the override folder; while there are any, the catalogue is the last good one
     */
    public record Shelf(Catalogue catalogue, ExchangeRates exchange, Estimator estimator, List<String> defects, boolean overridden) {}

    @Inject
    public Library(SmetaConfig config) {
        this.config = config;
        ExchangeRates exchange = exchange();
        Catalogue catalogue = reader().read(bundled);
        lastRead = bundled;
        shelf.set(new Shelf(catalogue, exchange, new Estimator(exchange), List.of(), false));
        LOG.infof("catalogue %s: %d models of %d providers", catalogue.version(), catalogue.models().size(), catalogue.countsByProvider().size());
        reload();
    }

    public Shelf shelf() {
        return shelf.get();
    }

    public Tokenizers tokenizers() {
        return tokenizers;
    }

    public int staleAfterDays() {
        return config.exchange().staleAfterDays();
    }

    /** Looks for changes in the override folder. Bad files are reported, and the last good catalogue stays. */
    @Scheduled(every = "${smeta.catalogue.reload:10s}", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void reload() {
        if (config.catalogue().folder().isEmpty()) {
            return;
        }
        Shelf now = shelf.get();
        try {
            Map<String, String> files = CatalogueFiles.overriddenBy(bundled, Path.of(config.catalogue().folder().get()));
            if (files.equals(lastRead)) {
                return;
            }
            lastRead = files;
            Catalogue catalogue = reader().read(files);
            shelf.set(new Shelf(catalogue, now.exchange(), now.estimator(), List.of(), !files.equals(bundled)));
            LOG.infof("catalogue %s: %d models of %d providers, with the override folder", catalogue.version(), catalogue.models().size(),
                    catalogue.countsByProvider().size());
        } catch (CatalogueDefects e) {
            report(now, e.defects());
        } catch (UncheckedIOException e) {
            lastRead = Map.of();
            report(now, List.of(e.getMessage()));
        }
    }

    private void report(Shelf now, List<String> defects) {
        if (!defects.equals(now.defects())) {
            LOG.errorf("the catalogue folder has %d defects, so the last good catalogue %s stays in use:%n%s", defects.size(),
                    now.catalogue().version(), String.join(System.lineSeparator(), defects));
            shelf.set(new Shelf(now.catalogue(), now.exchange(), now.estimator(), defects, now.overridden()));
        }
    }

    private CatalogueReader reader() {
        return new CatalogueReader(Integer.parseInt(config.catalogue().kilo()), tokenizers.names());
    }

    private ExchangeRates exchange() {
        if (config.exchange().rates().isPresent()) {
            return ExchangeRates.read("smeta.exchange.rates", config.exchange().rates().get());
        }
        if (config.exchange().file().isPresent()) {
            Path file = Path.of(config.exchange().file().get());
            try {
                return ExchangeRates.read(file.toString(), Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException("the exchange rates in " + file + " can't be read", e);
            }
        }
        try (InputStream in = Library.class.getResourceAsStream("/exchange/rates.csv")) {
            return ExchangeRates.read("rates.csv", new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
