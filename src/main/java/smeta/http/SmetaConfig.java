package smeta.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a deployment may set; README lists it, and {@link SettingsCheck} holds what the types don't say. */
@ConfigMapping(prefix = "smeta")
public interface SmetaConfig {
    CatalogueConfig catalogue();

    ExchangeConfig exchange();

    TokenizersConfig tokenizers();

    NamesConfig names();

    LoadConfig load();

    CalibrationsConfig calibrations();

    TelemetryConfig telemetry();

    /** A file with a customer's own names, discounts and rates; docs/contracts.md has its form. */
    Optional<String> contracts();

    /** A folder for the last good copies of what was fetched; without one they are kept in memory only. */
    Optional<String> data();

    interface NamesConfig {
        /** Whose names come in where a request doesn't say: they are looked for there first; the makers' if left out. */
        Optional<String> seller();
    }

    interface TokenizersConfig {
        /** A folder of {@code <name>.tokenizer.json} files: from then on that family is counted exactly. */
        Optional<String> folder();
    }

    interface CatalogueConfig {
        /** A folder whose YAML files replace those of the same provider. */
        Optional<String> folder();

        /** What k stands for in round figures. */
        @WithDefault("1000")
        String kilo();

        /** How often the folder, the imports' files and the feed are looked at. */
        @WithDefault("10s")
        Duration reload();

        /** Price tables of others, by a name of one's own. */
        Map<String, ImportConfig> imports();
    }

    interface ImportConfig {
        /** litellm, openrouter, models-dev or genai-prices. */
        String format();

        Optional<String> file();

        Optional<URI> url();

        /** How often the URL is asked. */
        @WithDefault("24h")
        Duration every();

        /** Of the prices; needed where the format does not say. */
        Optional<String> currency();

        /** Under which the models appear; the import's name if left out. */
        Optional<String> provider();

        @WithDefault("20M")
        MemorySize maxSize();

        @WithDefault("30s")
        Duration timeout();
    }

    interface ExchangeConfig {
        /** A table that replaces the one that ships with the program: lines of {@code date,from,to,rate,source}. */
        Optional<String> file();

        /** Lines of the same form, in configuration; they replace every other table. */
        Optional<List<String>> rates();

        /** An answer says how old its exchange rate is once it is older than so many days. */
        @WithDefault("3")
        int staleAfterDays();

        /** off, or whose daily rates are fetched: cbr (Bank of Russia) or ecb (European Central Bank). */
        @WithDefault("off")
        String feed();

        /** Where the feed is served, in place of the bank's own address. */
        Optional<URI> url();

        /** How often the feed is asked. */
        @WithDefault("1h")
        Duration every();

        @WithDefault("20s")
        Duration timeout();

        /** Percent on top of converted amounts, shown apart from the rate. */
        @WithDefault("0")
        BigDecimal markup();

        /** Percent of VAT on top of converted amounts and the markup, unless the price includes VAT. */
        @WithDefault("0")
        BigDecimal vat();
    }

    /** Spans, by OpenTelemetry; docs/telemetry.md says what they hold. */
    interface TelemetryConfig {
        /** A collector's address for OTLP over HTTP, without its {@code /v1/traces}; no span is made if left out. */
        Optional<URI> endpoint();

        /** What is sent along, as a collector's key. */
        Map<String, String> headers();

        /** Under which name the spans appear. */
        @WithDefault("smeta")
        String service();

        /** Percent of the traces that begin here; a caller's trace is followed as its caller says. */
        @WithDefault("100")
        int share();

        /** How often spans are sent. */
        @WithDefault("5s")
        Duration every();

        @WithDefault("10s")
        Duration timeout();
    }

    /** What was learnt from one's own traffic. */
    interface CalibrationsConfig {
        /** A folder of saved answers of {@code POST /v1/calibrations}, YAML or JSON; looked at like the catalogue's. */
        Optional<String> folder();

        /** The share of prompts, in percent, that are not above an upper bound: 95, 97.5, 99, 99.5 or 99.9. */
        @WithDefault("99.5")
        String high();

        /** An estimate says how old its calibration is once it is older than so many days. */
        @WithDefault("90")
        int staleAfterDays();
    }

    /** How much work the service takes on. */
    interface LoadConfig {
        /** How many small requests count at once, and how many large ones; the number of cores if left out. */
        Optional<Integer> concurrent();

        /** How many more wait for their turn, large ones three quarters of them; beyond is 503. A body on its way takes no place. */
        @WithDefault("64")
        int queue();

        /** How many GETs are made or read by their clients at one time; beyond is 503. */
        @WithDefault("32")
        int lists();

        /**
         * Past this an estimate or a check answers with bounds that need no counting. Waiting counts, reading the body
         * doesn't.
         */
        @WithDefault("2s")
        Duration deadline();

        /**
         * The largest body, but of a batch, which is read as it comes; beyond is 413. An eighth of the heap, at most 64M, if
         * left out.
         */
        Optional<MemorySize> body();

        /** All bodies together that are held at one time, beyond is 503; a quarter of the heap, at most 256M, if left out. */
        Optional<MemorySize> bodies();

        /** All answers together that are made and not yet read, beyond is 503; an eighth of the heap if left out. */
        Optional<MemorySize> answers();

        /** How long a body may take to arrive; beyond is 408. A batch may take as long as it keeps its pace. */
        @WithDefault("60s")
        Duration arrival();

        /** The longest pause of a client that sends, and the stretch over which its rate is measured. */
        @WithDefault("10s")
        Duration pause();

        /** Bytes a second that a client must send at least; slower is 408. */
        @WithDefault("1K")
        MemorySize leastRate();

        /** How many times its bytes a packed body may have once it is unpacked, past the first megabyte. */
        @WithDefault("200")
        int inflation();

        /** The longest query; beyond is 414. */
        @WithDefault("64K")
        MemorySize query();

        /** How many batches run at once; the number of cores if left out. */
        Optional<Integer> batches();

        /** How long the service sends itself checks before it says that it is ready; 0s for not at all. */
        @WithDefault("0s")
        Duration warmUp();

        /** Answers of a batch that its client hasn't read yet: so much of a temporary file; beyond it ends with a 507. */
        @WithDefault("1G")
        MemorySize unread();

        /** The longest line of a batch; a longer one is a problem on its own line. */
        @WithDefault("16M")
        MemorySize batchLine();
    }
}
