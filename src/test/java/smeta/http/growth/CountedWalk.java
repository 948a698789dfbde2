package smeta.http.growth;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.compiled.ShippedCatalogue;
import smeta.estimate.Assumptions;
import smeta.estimate.Estimate;
import smeta.estimate.Estimator;
import smeta.estimate.Request;
import smeta.http.answer.JsonLines;
import smeta.http.answer.LineAnswer;
import smeta.http.answer.NoteAnswer;
import smeta.http.answer.PartAnswer;
import smeta.money.ExchangeRates;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.DialectDetector;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.token.Tokenizers;

/** The walk of an estimate from a body's bytes to its answer's, with lines, parts and notes. Loaded by {@link SteppingLoader}. */
public final class CountedWalk implements BinaryOperator<String> {
    private final Tokenizers tokenizers = Tokenizers.bundled();
    private final Catalogue catalogue = ShippedCatalogue.read(1000, tokenizers.names());
    private final Estimator estimator = new Estimator(ExchangeRates.read("none", List.of()));

    /** @return what the body was taken for, and how many items it has */
    @Override
    public String apply(String model, String body) {
        if (model.startsWith("square")) {
            return square(body, model.endsWith("by hand"));
        }
        JsonNode tree = Body.json(body.getBytes(StandardCharsets.UTF_8));
        Dialect dialect = DialectDetector.detect(tree, null);
        Prompt prompt = PromptReader.read(tree, dialect, UnknownParts.NOTE);
        Model found = catalogue.find(model).orElseThrow();
        Request request = new Request(prompt, Assumptions.at(Instant.parse("2026-11-22T12:00:00Z")), tokenizers);
        Estimate estimate = estimator.estimate(request, found, model);
        List<Object> answer = new ArrayList<>();
        answer.add(PartAnswer.of(estimate.items()));
        if (estimate.cost() != null) {
            answer.add(LineAnswer.of(estimate.cost().bill()));
        }
        answer.add(NoteAnswer.of(estimate.notes()));
        return dialect.wireName() + " " + estimate.items().size() + " " + (JsonLines.line(answer).length > 2);
    }

    /** What must be found out: compares each with every other, within the platform or by hand. */
    private static String square(String body, boolean byHand) {
        List<String> seen = new ArrayList<>();
        for (String one : body.split(",")) {
            if (byHand ? !isIn(seen, one) : !seen.contains(one)) {
                seen.add(one);
            }
        }
        return "square " + seen.size();
    }

    private static boolean isIn(List<String> seen, String one) {
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).equals(one)) {
                return true;
            }
        }
        return false;
    }
}
