package smeta.http.library;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smeta.calibration.Calibrations;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueDefects;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.compiled.ShippedCatalogue;
import smeta.catalogue.tables.Imported;
import smeta.catalogue.tables.WideMerge;
import smeta.catalogue.wide.WideRows;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.estimate.Estimator;
import smeta.http.SmetaConfig;
import smeta.money.ExchangeRate;
import smeta.money.ExchangeRates;
import smeta.money.Surcharges;
import smeta.token.Tokenizers;

/**
 * What every request uses: tokenizers, catalogue, exchange rates. A request takes the {@link #snapshot} once and so
 * sees one catalogue from start to end.
 */
@Startup
@ApplicationScoped
public class Library {
    private static final Logger LOG = Logger.getLogger(Library.class);

    private static final int WEEK = 7;

    private final SmetaConfig config;
    private final Clock clock;
    private final Tokenizers tokenizers;
    private volatile Snapshot snapshot;
    private final Imports imports;
    private final ExchangeFeed feed;
    private final LearntFiles learnt;
    private final ExchangeRates table;
    private final WideRows wide = WideRows.bundled();
    private final ContractFile contract;
    private @Nullable Map<String, String> bundled;
    private CatalogueNames plain;
    private List<Object> lastRead = List.of();
    private List<Object> lastContent = List.of();

    /**
     * @param bare     estimates as if nothing had been learnt from one's own traffic
     * @param defects  of the override folder; while there are any, the catalogue is the last good one
     * @param own      the catalogue's own files, without any table and contract
     * @param ownFiles their texts, which are not read before they are asked for
     * @param contract null if none is configured
     */
    public record Snapshot(
            Catalogue catalogue,
            CatalogueNames names,
            ExchangeRates exchange,
            Estimator estimator,
            Estimator bare,
            List<String> defects,
            boolean overridden,
            Catalogue own,
            Supplier<Map<String, String>> ownFiles,
            ImportReport imports,
            @Nullable ContractReport contract) {
        /** The same, or without what was learnt from one's own traffic. */
        public Snapshot calibrated(boolean wanted) {
            return wanted || estimator == bare
                    ? this
                    : new Snapshot(
                            catalogue,
                            names,
                            exchange,
                            bare,
                            bare,
                            defects,
                            overridden,
                            own,
                            ownFiles,
                            imports,
                            contract);
        }
    }

    @Inject
    public Library(SmetaConfig config, Imports imports, ExchangeFeed feed, Clock clock) {
        this.config = config;
        this.clock = clock;
        tokenizers = config.tokenizers()
                .folder()
                .map(folder -> Tokenizers.with(Path.of(folder)))
                .orElseGet(Tokenizers::bundled);
        this.imports = imports;
        this.feed = feed;
        learnt = new LearntFiles(config.calibrations());
        table = ExchangeTable.of(config.exchange());
        contract = new ContractFile(config.contracts().map(Path::of).orElse(null));
        Catalogue own = ShippedCatalogue.read(kilo(), tokenizers.names());
        Catalogue catalogue = own.with(wide);
        plain = CatalogueNames.of(catalogue, config.names().seller().orElse(null));
        snapshot = snapshot(catalogue, table, List.of(), false, own, this::bundled, ImportReport.NONE);
        LOG.infof(
                "catalogue %s: %d models of %d providers",
                catalogue.version(),
                catalogue.models().size(),
                catalogue.countsByProvider().size());
        reload();
        feed.afterFetching(this::reload);
        imports.afterFetching(this::reload);
        warnOfOldRates();
    }

    private void warnOfOldRates() {
        ExchangeAge age = exchangeAge();
        if (feed.isOff() && age.days() > WEEK) {
            LOG.warnf(
                    "the newest exchange rate is of %s, %d days ago, and no feed is configured: set"
                            + " smeta.exchange.feed to cbr (Bank of Russia) or ecb (European Central Bank)",
                    age.newest(), age.days());
        }
    }

    /** The newest exchange rate that is in use, and how old it is today. */
    public record ExchangeAge(LocalDate newest, long days) {}

    public ExchangeAge exchangeAge() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate newest = snapshot.exchange().all().stream()
                .map(ExchangeRate::date)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        return new ExchangeAge(newest, ChronoUnit.DAYS.between(newest, today));
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public Tokenizers tokenizers() {
        return tokenizers;
    }

    public int staleAfterDays() {
        return config.exchange().staleAfterDays();
    }

    /**
     * Looks for changes in the override folder, the imports and the feed. Bad files are reported, and the last good
     * catalogue stays.
     */
    @Scheduled(
            every = "${smeta.catalogue.reload:10s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void reload() {
        boolean overridden = config.catalogue().folder().isPresent();
        boolean learntAnew = learnt.reload();
        if (!overridden && imports.isEmpty() && feed.isOff() && !contract.isConfigured()) {
            if (learntAnew) {
                Snapshot now = snapshot;
                snapshot = snapshot(
                        plain.catalogue(),
                        now.exchange(),
                        now.defects(),
                        now.overridden(),
                        now.own(),
                        now.ownFiles(),
                        now.imports());
            }
            return;
        }
        Snapshot now = snapshot;
        ExchangeRates exchange = feed.addedTo(table);
        try {
            Map<String, String> files = overridden
                    ? CatalogueFiles.overriddenBy(
                            bundled(), Path.of(config.catalogue().folder().get()))
                    : Map.of();
            List<Object> content = List.of(files, imports.state());
            List<Object> state = List.of(content, exchange.all(), learnt.current(), contract.state());
            if (state.equals(lastRead)) {
                return;
            }
            lastRead = state;
            if (content.equals(lastContent)) {
                snapshot = snapshot(
                        plain.catalogue(),
                        exchange,
                        now.defects(),
                        overridden,
                        now.own(),
                        now.ownFiles(),
                        now.imports());
                return;
            }
            lastContent = content;
            Catalogue own = overridden && !files.equals(now.ownFiles().get()) ? reader().read(files) : now.own();
            Map<String, String> refused = new TreeMap<>();
            WideMerge.Result merged = new WideMerge(own, wide, imports.read(own, exchange, refused)).result();
            Catalogue catalogue = own.with(merged.tables().isEmpty() ? wide : merged.rows());
            snapshot = snapshot(
                    catalogue,
                    exchange,
                    List.of(),
                    overridden,
                    own,
                    overridden ? () -> files : this::bundled,
                    new ImportReport(merged.tables(), refused));
            refused.forEach((name, why) -> LOG.errorf("the import “%s” is not in use: %s", name, why));
            LOG.infof(
                    "catalogue %s: %d models of %d providers, %d imports",
                    catalogue.version(),
                    catalogue.models().size(),
                    catalogue.countsByProvider().size(),
                    merged.tables().size());
        } catch (CatalogueDefects e) {
            report(now, exchange, e.defects());
        } catch (UncheckedIOException e) {
            report(now, exchange, List.of(e.getMessage()));
        } catch (RuntimeException e) {
            // whatever a file holds, the service starts and the last good catalogue stays
            LOG.error("the catalogue folder can't be read", e);
            report(now, exchange, List.of("the folder's files can't be read: " + e));
        }
    }

    private void report(Snapshot now, ExchangeRates exchange, List<String> defects) {
        if (!defects.equals(now.defects())) {
            LOG.errorf(
                    "the catalogue folder has %d defects, so the last good catalogue %s stays in use:%n%s",
                    defects.size(), now.catalogue().version(), String.join(System.lineSeparator(), defects));
        }
        snapshot = snapshot(
                plain.catalogue(), exchange, defects, now.overridden(), now.own(), now.ownFiles(), now.imports());
    }

    private Snapshot snapshot(
            Catalogue catalogue,
            ExchangeRates exchange,
            List<String> defects,
            boolean overridden,
            Catalogue own,
            Supplier<Map<String, String>> ownFiles,
            ImportReport report) {
        Surcharges surcharges =
                new Surcharges(config.exchange().markup(), config.exchange().vat());
        CatalogueNames names = contract.over(plain(catalogue));
        Estimator bare = new Estimator(exchange, surcharges).with(names.catalogue()::offer);
        return new Snapshot(
                names.catalogue(),
                names,
                exchange,
                learnt.isEmpty() ? bare : bare.with(learnt.current()),
                bare,
                defects,
                overridden,
                own,
                ownFiles,
                report,
                contract.report());
    }

    /** The texts of the files that ship, which are only needed beside others. */
    private synchronized Map<String, String> bundled() {
        Map<String, String> known = bundled;
        if (known == null) {
            known = CatalogueFiles.bundled();
            bundled = known;
        }
        return known;
    }

    /** The index of names is made once for each catalogue. */
    private CatalogueNames plain(Catalogue catalogue) {
        if (plain.catalogue() != catalogue) {
            plain = CatalogueNames.of(catalogue, config.names().seller().orElse(null));
        }
        return plain;
    }

    /** The table alone, beside the catalogue's own files. Nothing is kept. */
    public WideMerge.TriedOut tryOut(Imported imported) {
        return new WideMerge(snapshot.own(), WideRows.NONE, List.of(imported)).tryOut();
    }

    /** What was learnt from one's own traffic. */
    public Calibrations calibrations() {
        return learnt.current();
    }

    public Imports imports() {
        return imports;
    }

    public ExchangeFeed feed() {
        return feed;
    }

    private CatalogueReader reader() {
        return new CatalogueReader(kilo(), tokenizers.names());
    }

    private int kilo() {
        return Integer.parseInt(config.catalogue().kilo());
    }
}
