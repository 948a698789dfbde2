package smeta.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.budget.AskedWorkload;
import smeta.budget.Budget;
import smeta.budget.ScenarioDefects;
import smeta.budget.ScenarioFile;
import smeta.budget.Workload;
import smeta.calibration.Calibrations;
import smeta.catalogue.Model;
import smeta.estimate.Deadline;
import smeta.estimate.Estimator;
import smeta.estimate.UsualDialect;
import smeta.prompt.DialectDetector;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;

/** Plans a scenario file with the models and rates of the data. */
record ScenarioPlanner(PriceData data, Instant now) {
    Budget plan(byte[] file) {
        ScenarioFile scenario = ScenarioFile.read(file, LocalDate.ofInstant(now, ZoneOffset.UTC));
        Estimator estimator =
                scenario.calibrated() ? data.estimator() : data.estimator().with(Calibrations.NONE);
        List<String> defects = new ArrayList<>();
        List<Workload> workloads = new ArrayList<>();
        for (int i = 0; i < scenario.workloads().size(); i++) {
            ScenarioFile.Entry entry = scenario.workloads().get(i);
            AskedWorkload asked = entry.asked();
            String where = "workloads[" + i + "].";
            try {
                Prompt prompt = entry.body() == null ? null : prompt(entry.body(), asked.seller());
                List<Model> models = models(asked, prompt, where, defects);
                if (!models.isEmpty()) {
                    workloads.add(
                            prompt == null
                                    ? Budget.ofFigures(asked, models)
                                    : Budget.ofPrompt(
                                            asked,
                                            models,
                                            prompt,
                                            estimator,
                                            data.tokenizers(),
                                            scenario.terms(),
                                            Deadline.NONE));
                }
            } catch (Unreadable e) {
                defects.add(where + "body" + e.pointer() + ": " + e.getMessage() + " " + e.hint());
            }
        }
        if (!defects.isEmpty()) {
            throw new ScenarioDefects(defects);
        }
        return Budget.of(data.exchange(), data.catalogue().models(), scenario.terms(), workloads);
    }

    private Prompt prompt(JsonNode body, @Nullable String seller) {
        return PromptReader.read(
                body,
                DialectDetector.detect(
                        body,
                        data.names()
                                .find(body.path("model").asText(""), seller)
                                .map(named -> UsualDialect.of(named.model()))
                                .orElse(null)),
                UnknownParts.FAIL);
    }

    private List<Model> models(AskedWorkload asked, @Nullable Prompt prompt, String where, List<String> defects) {
        String seller = asked.seller();
        if (seller != null && !data.names().isSeller(seller)) {
            defects.add(where + "seller: there is no seller “" + seller + "”");
            return List.of();
        }
        List<String> names = !asked.models().isEmpty()
                ? asked.models()
                : prompt == null || prompt.model() == null ? List.of() : List.of(prompt.model());
        if (names.isEmpty()) {
            defects.add(where + "models: no model is named; for example models: gpt-4o");
        }
        List<Model> models = new ArrayList<>();
        for (String name : names) {
            data.names()
                    .find(name, seller)
                    .ifPresentOrElse(
                            named -> models.add(named.model()),
                            () -> defects.add(where + "models: there is no model “" + name + "”; did you mean one of "
                                    + String.join(", ", data.names().suggestions(name, 5)) + "?"));
        }
        return models;
    }
}
