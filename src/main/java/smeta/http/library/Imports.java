package smeta.http.library;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.tables.ImportFormat;
import smeta.catalogue.tables.ImportSource;
import smeta.catalogue.tables.Imported;
import smeta.catalogue.tables.Importer;
import smeta.http.SmetaConfig;
import smeta.money.ExchangeRates;

/** The configured price tables of others: where they stand, and their last good content. Never in a request's path. */
@ApplicationScoped
public class Imports {
    private static final Logger LOG = Logger.getLogger(Imports.class);

    private final Map<String, Table> tables = new TreeMap<>();
    private final Clock clock;
    /** What tables were last read beside; null until then. */
    private volatile @Nullable Beside beside;

    private volatile Runnable listener = () -> {};

    private record Beside(Catalogue own, ExchangeRates exchange) {}

    /** A table and what is known of it. */
    private static final class Table {
        final String name;
        final SmetaConfig.ImportConfig config;
        final ImportFormat format;
        final @Nullable Path file;
        final @Nullable KeptDownload download;
        byte @Nullable [] content;
        Instant asOf = Instant.EPOCH;
        Instant due = Instant.EPOCH;

        @Nullable
        FileTime modified;

        @Nullable
        String problem;

        boolean tried;

        Table(String name, SmetaConfig.ImportConfig config, @Nullable Path folder) {
            this.name = name;
            this.config = config;
            format = ImportFormat.named(config.format())
                    .orElseThrow(() ->
                            new IllegalArgumentException("smeta.catalogue.imports." + name + ".format: expected one of "
                                    + ImportFormat.names() + ", found “" + config.format() + "”"));
            if (config.file().isPresent() == config.url().isPresent()) {
                throw new IllegalArgumentException(
                        "smeta.catalogue.imports." + name + ": expected either “file” or “url”");
            }
            file = config.file().map(Path::of).orElse(null);
            URI url = config.url().orElse(null);
            download = url == null
                    ? null
                    : new KeptDownload(
                            name + ".json",
                            url,
                            config.timeout(),
                            config.maxSize().asLongValue(),
                            folder);
            source(Instant.EPOCH);
        }

        ImportSource source(Instant seen) {
            return new ImportSource(
                    name,
                    format,
                    config.provider().orElse(name),
                    config.url().map(URI::toString).orElse(null),
                    LocalDate.ofInstant(seen, ZoneOffset.UTC),
                    config.currency().map(Currency::getInstance).orElse(null));
        }
    }

    @Inject
    public Imports(SmetaConfig config, Clock clock) {
        this.clock = clock;
        Path folder = config.data().map(d -> Path.of(d).resolve("imports")).orElse(null);
        config.catalogue().imports().forEach((name, one) -> tables.put(name, new Table(name, one, folder)));
        for (Table table : tables.values()) {
            KeptDownload.Copy copy = table.download == null ? null : table.download.copy();
            if (copy != null) {
                table.content = copy.bytes();
                table.asOf = copy.fetched();
                table.due = copy.fetched().plus(table.config.every());
            }
        }
        readFiles();
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    /** Why a table has no newer content, by its name. */
    public synchronized Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        tables.values().stream().filter(t -> t.problem != null).forEach(t -> problems.put(t.name, t.problem));
        return problems;
    }

    /** Called after fetching, so that what came is used at once. */
    void afterFetching(Runnable listener) {
        this.listener = listener;
    }

    /** Whether each table has been read, asked for since the start, or is kept from before. */
    public synchronized boolean haveBeenTried() {
        return tables.values().stream().allMatch(t -> t.download == null || t.tried || t.content != null);
    }

    /** Whatever the content depends on; equal while nothing changed. */
    synchronized List<Object> state() {
        readFiles();
        List<Object> state = new ArrayList<>();
        tables.values()
                .forEach(t -> state.add(
                        List.of(t.name, t.content == null ? 0 : java.util.Arrays.hashCode(t.content), t.asOf)));
        return state;
    }

    /** The tables as they can be read now; one that can't be is reported and left out. */
    synchronized List<Imported> read(Catalogue own, ExchangeRates exchange, Map<String, String> refused) {
        beside = new Beside(own, exchange);
        List<Imported> read = new ArrayList<>();
        for (Table table : tables.values()) {
            if (table.content == null) {
                continue;
            }
            try {
                read.add(Importer.read(table.content, table.source(table.asOf), own, exchange));
            } catch (IllegalArgumentException e) {
                refused.put(table.name, e.getMessage());
            }
        }
        return read;
    }

    /** Fetches what is due. */
    @Scheduled(every = "30s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fetch() {
        boolean fetched = false;
        for (Table table : tables.values()) {
            if (table.download != null && !clock.instant().isBefore(table.due)) {
                fetch(table, table.download);
                fetched = true;
            }
        }
        if (fetched) {
            listener.run();
        }
    }

    private void fetch(Table table, KeptDownload download) {
        Instant now = clock.instant();
        String problem = null;
        try {
            download.refresh(bytes -> require(bytes, table, now), now);
        } catch (IOException | RuntimeException e) {
            problem = e.getMessage();
            LOG.warnf(
                    "the import “%s” could not be fetched, so its last good copy stays in use: %s",
                    table.name, problem);
        }
        synchronized (this) {
            table.due = now.plus(table.config.every());
            table.problem = problem;
            table.tried = true;
            KeptDownload.Copy copy = download.copy();
            if (copy != null) {
                table.content = copy.bytes();
                table.asOf = copy.fetched();
            }
        }
    }

    /** What would be refused must not take the place of what is in use. */
    private void require(byte[] bytes, Table table, Instant seen) {
        Beside now = beside;
        if (now == null) {
            Importer.requireTable(bytes, table.format);
        } else {
            Importer.read(bytes, table.source(seen), now.own(), now.exchange());
        }
    }

    private void readFiles() {
        for (Table table : tables.values()) {
            if (table.file == null) {
                continue;
            }
            try {
                FileTime modified = Files.getLastModifiedTime(table.file);
                if (modified.equals(table.modified)) {
                    continue;
                }
                table.modified = modified;
                if (Files.size(table.file) > table.config.maxSize().asLongValue()) {
                    table.problem = "the file is larger than max-size";
                    continue;
                }
                byte[] bytes = Files.readAllBytes(table.file);
                require(bytes, table, modified.toInstant());
                table.content = bytes;
                table.asOf = modified.toInstant();
                table.problem = null;
            } catch (IOException e) {
                table.problem = "the file can't be read";
                table.modified = null;
            } catch (IllegalArgumentException e) {
                table.problem = e.getMessage();
            }
        }
    }
}
