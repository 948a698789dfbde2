package smeta.http.library;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smeta.http.SmetaConfig;
import smeta.money.ExchangeRate;
import smeta.money.ExchangeRates;
import smeta.money.feeds.CbrDaily;
import smeta.money.feeds.EcbDaily;

/** A central bank's daily rates, if one is configured: fetched now and then, never in a request's path. */
@ApplicationScoped
public class ExchangeFeed {
    private static final Logger LOG = Logger.getLogger(ExchangeFeed.class);
    private static final URI CBR = URI.create("https://www.cbr.ru/scripts/XML_daily.asp");
    private static final URI ECB = URI.create("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml");
    /** Either feed has a few dozen rows. */
    private static final long MOST_BYTES = 1_000_000;

    private final SmetaConfig.ExchangeConfig config;
    private final Clock clock;
    private final @Nullable KeptDownload download;
    private final Map<List<Object>, ExchangeRate> seen = new LinkedHashMap<>();
    private Instant due = Instant.EPOCH;
    private @Nullable String problem;
    private boolean tried;
    private Runnable listener = () -> {};

    @Inject
    public ExchangeFeed(SmetaConfig config, Clock clock) {
        this.config = config.exchange();
        this.clock = clock;
        if (isOff()) {
            download = null;
            return;
        }
        URI url = this.config.url().orElse(isRussian() ? CBR : ECB);
        download = new KeptDownload(
                this.config.feed() + ".xml",
                url,
                this.config.timeout(),
                MOST_BYTES,
                config.data().map(d -> Path.of(d).resolve("exchange")).orElse(null));
        KeptDownload.Copy copy = download.copy();
        if (copy != null) {
            try {
                add(read(copy.bytes(), day(copy.fetched())));
            } catch (IllegalArgumentException e) {
                problem = e.getMessage();
            }
        }
    }

    public boolean isOff() {
        return config.feed().equals("off");
    }

    private boolean isRussian() {
        return config.feed().equals("cbr");
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, isRussian() ? CbrDaily.ZONE : ZoneOffset.UTC);
    }

    private List<ExchangeRate> read(byte[] bytes, LocalDate asked) {
        return isRussian() ? CbrDaily.read(bytes, asked) : EcbDaily.read(bytes);
    }

    @Scheduled(every = "30s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fetch() {
        if (download == null || clock.instant().isBefore(due)) {
            return;
        }
        Instant now = clock.instant();
        due = now.plus(config.every());
        LocalDate today = day(now);
        List<ExchangeRate> fresh = new ArrayList<>();
        String failure = null;
        try {
            download.refresh(address(today), bytes -> fresh.addAll(read(bytes, today)), now);
        } catch (IOException | RuntimeException e) {
            failure = e.getMessage();
            LOG.warnf(
                    "the exchange rates of %s could not be fetched, so the last good ones stay in use: %s",
                    config.feed(), failure);
        }
        synchronized (this) {
            problem = failure;
            tried = true;
            add(fresh);
        }
        listener.run();
    }

    private URI address(LocalDate day) {
        URI url = config.url().orElse(isRussian() ? CBR : ECB);
        return isRussian()
                ? URI.create(url + (url.getQuery() == null ? "?" : "&") + "date_req=" + CbrDaily.parameter(day))
                : url;
    }

    private void add(List<ExchangeRate> rates) {
        rates.forEach(r -> seen.put(r.key(), r));
    }

    /** Called after each fetch, so that what came is used at once. */
    void afterFetching(Runnable listener) {
        this.listener = listener;
    }

    /** Whether the bank has been asked since the start, or need not be. */
    public synchronized boolean hasBeenTried() {
        return tried || isOff();
    }

    /** Why there is nothing newer; null if there is. */
    public synchronized @Nullable String problem() {
        return problem;
    }

    public synchronized Collection<ExchangeRate> rates() {
        return List.copyOf(seen.values());
    }

    /** The table with the feed's rates, which win on their days. */
    synchronized ExchangeRates addedTo(ExchangeRates table) {
        if (seen.isEmpty()) {
            return table;
        }
        Map<List<Object>, ExchangeRate> all = new LinkedHashMap<>();
        table.all().forEach(r -> all.put(r.key(), r));
        all.putAll(seen);
        return new ExchangeRates(all.values());
    }
}
