package smeta.library;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueFiles;
import smeta.catalogue.CatalogueReader;
import smeta.estimate.Assumptions;
import smeta.estimate.Estimate;
import smeta.estimate.Estimator;
import smeta.estimate.Request;
import smeta.money.ExchangeRates;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.token.Tokenizers;

/** A program that uses Smeta as a library. {@link LibraryTest} runs it on a class path without Quarkus. */
public final class Plain {
    private Plain() {}

    public static void main(String[] args) {
        Tokenizers tokenizers = Tokenizers.bundled();
        Catalogue catalogue = new CatalogueReader(1000, tokenizers.names()).read(CatalogueFiles.bundled());
        byte[] body = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        Prompt prompt = PromptReader.read(Body.json(body), Dialect.OPENAI_CHAT, UnknownParts.FAIL);
        Request request = new Request(
                prompt, Assumptions.at(Instant.parse("2026-11-22T12:00:00Z")).withOutput(100L, 100L), tokenizers);
        Estimate estimate = new Estimator(new ExchangeRates(List.of()))
                .estimate(request, catalogue.find("gpt-4o").orElseThrow(), "gpt-4o");
        System.out.println("tokens " + estimate.input().tokens());
        System.out.println("cost " + estimate.cost().likely());
        for (String name : args) {
            System.out.println(name + " " + (isThere(name) ? "loadable" : "absent"));
        }
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, Plain.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
