package smeta.estimate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.money.ExchangeRates;
import smeta.price.Bill;
import smeta.price.Note;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.token.Tokenizers;

/** Estimates of bodies, with the catalogue that ships and with a small one of invented models. */
final class Given {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Tokenizers TOKENIZERS = Tokenizers.bundled();
    static final Catalogue SHIPPED = new CatalogueReader(1000, TOKENIZERS.names()).read(CatalogueFiles.bundled());
    static final Catalogue INVENTED = new CatalogueReader(1000, TOKENIZERS.names())
            .read(Map.of(
                    "acme.yaml",
                    resource("/estimate/acme.yaml"),
                    "framings.yaml",
                    CatalogueFiles.bundled().get("framings.yaml")));
    static final ExchangeRates EXCHANGE = ExchangeRates.read(
            "test", List.of("2026-07-01,USD,RUB,80,a round number", "2026-07-01,CNY,RUB,10,a round number"));

    private Given() {}

    static Prompt openAi(String body) {
        return PromptReader.read(
                Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.OPENAI_CHAT, UnknownParts.FAIL);
    }

    static Prompt anthropic(String body) {
        return PromptReader.read(
                Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.ANTHROPIC, UnknownParts.FAIL);
    }

    static Assumptions now() {
        return Assumptions.at(NOW);
    }

    static Estimate estimate(String model, Prompt prompt, Assumptions said) {
        Model found = SHIPPED.find(model).or(() -> INVENTED.find(model)).orElseThrow();
        return new Estimator(EXCHANGE)
                .with(SHIPPED::find)
                .estimate(new Request(prompt, said, TOKENIZERS), found, model);
    }

    static List<String> codes(Estimate estimate) {
        return estimate.notes().stream().map(Note::code).toList();
    }

    static Bill.Line line(Estimate estimate, String item) {
        return estimate.cost().bill().lines().stream()
                .filter(l -> l.item().name().equals(item))
                .findFirst()
                .orElseThrow();
    }

    static String resource(String name) {
        try (InputStream in = Given.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
