package smeta.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.compiled.ShippedCatalogue;
import smeta.catalogue.wide.WideRows;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.probe.PaperLimits;
import smeta.probe.Probe;
import smeta.token.Tokenizers;

/** Uses whatever of the library reads files from the class path. {@link ResourcesTest} watches what it opens. */
public final class Everything {
    private static final String TEXT =
            "Смета says what a call costs: 你好, 1,234.50 ₽, e\u0301 + naïve 🙂 if (x) { return; }";

    private static final String REQUEST =
            "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"hello\"}]}";

    private Everything() {}

    public static void main(String[] pdfs) throws IOException {
        Tokenizers tokenizers = Tokenizers.bundled();
        new CatalogueReader(1000, tokenizers.names()).read(CatalogueFiles.bundled());
        Catalogue catalogue = ShippedCatalogue.read(1000, tokenizers.names()).with(WideRows.bundled());
        CatalogueNames names = CatalogueNames.of(catalogue, null);
        names.find("azure/gpt-4o-2024-11-20", null).orElseThrow();
        names.find("abacus/gpt-4o-mini", null).orElseThrow();
        for (String name : tokenizers.names()) {
            tokenizers.find(name).orElseThrow().count(TEXT);
        }
        Smeta.bundled(Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC))
                .estimate(Call.ofRequest(REQUEST));
        for (String pdf : pdfs) {
            Probe.of(Files.readAllBytes(Path.of(pdf)), "application/pdf", PaperLimits.WITH_TEXT);
        }
    }
}
