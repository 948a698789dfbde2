package smeta.http.bills;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.compiled.ShippedCatalogue;
import smeta.catalogue.wide.WideRows;
import smeta.estimate.Estimator;
import smeta.estimate.UsagePricer;
import smeta.http.SmetaConfig;
import smeta.http.answer.JsonLines;
import smeta.http.batches.BatchLines;
import smeta.http.library.ImportReport;
import smeta.http.library.Library;
import smeta.http.load.LargeTurns;
import smeta.http.load.Load;
import smeta.http.load.Memory;
import smeta.money.ExchangeRates;
import smeta.price.ServiceTier;
import smeta.token.Tokenizers;

/** A log of any length takes the memory of a few lines. */
class LongLogInSmallHeapTest {
    /** 100 MB in lines of 200 bytes. */
    private static final int LINES = 500_000;

    @Test
    void a_log_of_100_megabytes_is_priced_in_a_heap_of_64() throws Exception {
        String surefire = System.getProperty("surefire.test.class.path");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        surefire == null ? System.getProperty("java.class.path") : surefire,
                        Priced.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        // 500,000 × (1,000 × 2.50 + 100 × 10) / 1M = 500,000 × 0.0035
        assertThat(said).contains("\"lines\":500000", "\"priced\":500000", "\"amount\":\"1750.00\"");
    }

    /** Prices the log and prints its summary; its other answers are thrown away. */
    static final class Priced {
        private Priced() {}

        public static void main(String[] arguments) throws IOException {
            SmetaConfig config = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withMapping(SmetaConfig.class)
                    .build()
                    .getConfigMapping(SmetaConfig.class);
            BatchLines lines = new BatchLines(new Log(), BatchLines.longest(config.load()));
            Instant on = Instant.parse("2026-01-15T00:00:00Z");
            BillQuery asked = new BillQuery(
                    new UsagePricer.Asked(on, true, ServiceTier.STANDARD, null, null, null, null, null),
                    true,
                    null,
                    null,
                    null,
                    false,
                    null);
            Load load = new Load(config, new LargeTurns(config, new Memory(config)), new CurrentVertxRequest());
            Object summary = new BillLog(lines, snapshot(), asked, load).answer(OutputStream.nullOutputStream());
            System.out.write(JsonLines.line(summary));
            System.out.flush();
        }

        private static Library.Snapshot snapshot() {
            Catalogue own = ShippedCatalogue.read(1000, Tokenizers.bundled().names());
            Catalogue catalogue = own.with(WideRows.bundled());
            Estimator estimator = new Estimator(ExchangeRates.read("none", List.of()));
            return new Library.Snapshot(
                    catalogue,
                    CatalogueNames.of(catalogue, null),
                    ExchangeRates.read("none", List.of()),
                    estimator,
                    estimator,
                    List.of(),
                    false,
                    own,
                    Map::of,
                    new ImportReport(List.of(), Map.of()),
                    null);
        }
    }

    /** The same line over and over. */
    private static final class Log extends InputStream {
        private static final byte[] LINE = line();
        private long left = (long) LINES * LINE.length;
        private int at;

        private static byte[] line() {
            String call =
                    "{\"model\":\"gpt-4o\",\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}";
            return (call + " ".repeat(199 - call.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            byte next = LINE[at];
            at = (at + 1) % LINE.length;
            return next;
        }
    }
}
