package smeta.http.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Catalogue;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.money.ExchangeRates;
import smeta.token.Tokenizers;

/** Hash orders differ from process to process (JDK's immutable collections are salted, enums hash by identity). */
class SameInEveryProcessTest {
    @Test
    void every_listing_is_the_same_in_each_fresh_process() throws Exception {
        String first = listed();
        assertThat(first.lines().count()).isGreaterThan(300);
        for (int i = 0; i < 2; i++) {
            assertThat(listed()).isEqualTo(first);
        }
    }

    private static String listed() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", classPath(), EveryListing.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }

    private static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire == null ? System.getProperty("java.class.path") : surefire;
    }

    /** Prints what the service would list. */
    static final class EveryListing {
        private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

        private EveryListing() {}

        public static void main(String[] arguments) throws IOException {
            PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
            Catalogue catalogue =
                    new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());
            out.println(catalogue.version());
            ModelMapping mapping = new ModelMapping(NOW);
            catalogue.models().forEach(model -> {
                out.println(mapping.brief(model));
                out.println(mapping.full(model, null));
                out.println(model.sources().keySet() + " " + model.accepts() + " " + model.gives());
            });
            try (InputStream in = EveryListing.class.getResourceAsStream("/exchange/rates.csv")) {
                List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                out.println(ExchangeRateAnswer.of(
                        ExchangeRates.read("rates.csv", lines).inEffect(LocalDate.parse("2026-11-20"))));
            }
            out.flush();
        }
    }
}
