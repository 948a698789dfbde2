package smeta.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import smeta.catalogue.Catalogue;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.money.ExchangeRates;
import smeta.prompt.Body;
import smeta.prompt.DialectDetector;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.token.Tokenizers;

/** A whole request's way through the estimator, with the catalogue that is shipped. */
final class Whole {
    static final Path FOLDER = Path.of("src/test/resources/golden/estimate");
    static final Tokenizers TOKENIZERS = Tokenizers.bundled();
    static final Catalogue CATALOGUE = new CatalogueReader(1000, TOKENIZERS.names()).read(CatalogueFiles.bundled());

    private static final Instant WHEN = Instant.parse("2026-11-22T12:00:00Z");

    private Whole() {}

    /** @param body with {@code ⟨png 10x20⟩} and {@code ⟨wav 3⟩} where there are bytes in base64 */
    static Estimate estimate(String body, String model) {
        JsonNode tree = Body.json(Media.filled(body).getBytes(StandardCharsets.UTF_8));
        Request request = new Request(
                PromptReader.read(tree, DialectDetector.detect(tree, null), UnknownParts.NOTE),
                Assumptions.at(WHEN),
                TOKENIZERS);
        return new Estimator(ExchangeRates.read("none", java.util.List.of()))
                .estimate(request, CATALOGUE.find(model).orElseThrow(), model);
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
