package smeta.http.budgets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smeta.budget.AskedWorkload;
import smeta.budget.Budget;
import smeta.budget.BudgetDiff;
import smeta.budget.PlanTerms;
import smeta.budget.Workload;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Meters;
import smeta.http.load.Timing;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.query.AskedNames;
import smeta.http.query.ParameterCheck;
import smeta.http.query.PromptBody;
import smeta.http.query.QueryBody;
import smeta.http.query.VendorBody;
import smeta.prompt.Body;
import smeta.prompt.DialectDetector;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;

/**
 * {@code POST /v1/budgets}: a request, times volume, over calendar months, against a limit; or two scenarios compared.
 */
@Tag(name = "Budgets")
@Path("/v1/budgets")
public class BudgetsResource {
    private static final String CSV = "text/csv";
    private static final String MARKDOWN = "text/markdown";

    @Inject
    Library library;

    @Inject
    Clock clock;

    @Inject
    Load load;

    @Inject
    Meters meters;

    @Inject
    ParameterCheck check;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, CSV, MARKDOWN})
    @Operation(
            operationId = "budget",
            summary = "What a request costs at a volume, month by month, against a limit",
            description =
                    "A request body and the volume in the query; or input= and output= and no body; or the query's words"
                            + " as a form or a JSON object; or a scenario"
                            + " {\"workloads\": […]} in JSON or YAML; or {\"before\": …, \"after\": …}, whose difference"
                            + " is answered.")
    @RequestBody(
            required = false,
            description =
                    VendorBody.DESCRIPTION + " Or a scenario; or nothing, where the query has input= and output=.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = VendorBody.class)),
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "the plan, or the difference of two",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(anyOf = {BudgetAnswer.class, BudgetDiffAnswer.class})),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(implementation = String.class))
            })
    public Response budget(
            byte[] body, @BeanParam BudgetParameters asked, @Context UriInfo uri, @Context HttpHeaders headers) {
        Library.Snapshot snapshot = library.snapshot();
        Timing timing = new Timing();
        try (Load.Turn turn = load.takeOrRefuse()) {
            timing.lap("queue");
            JsonNode tree = tree(body, headers.getMediaType());
            MultivaluedMap<String, String> query = uri.getQueryParameters();
            timing.lap("read");
            Response.ResponseBuilder answer;
            if (tree != null && (tree.has("before") || tree.has("after"))) {
                List<Problem.Error> errors = new ArrayList<>();
                Worked before = scenario(tree.path("before"), "/before", query, snapshot, turn, errors);
                Worked after = scenario(tree.path("after"), "/after", query, snapshot, turn, errors);
                raise(errors);
                BudgetDiff diff = BudgetDiff.of(before.budget(), after.budget());
                int scale = after.scale();
                answer = answer(
                        headers,
                        () -> new BudgetMapping(scale, snapshot.catalogue().version()).answer(diff),
                        () -> BudgetTable.of(diff, scale));
            } else {
                List<Problem.Error> errors = new ArrayList<>();
                Worked worked = tree != null && Scenario.isOne(tree)
                        ? scenario(tree, "", query, snapshot, turn, errors)
                        : areWords(body, tree, headers.getMediaType())
                                ? single(new byte[0], null, words(body, query), snapshot, turn)
                                : single(body, headers.getMediaType(), asked, snapshot, turn);
                raise(errors);
                answer = answer(
                        headers,
                        () -> new BudgetMapping(
                                        worked.scale(), snapshot.catalogue().version())
                                .answer(worked.budget()),
                        () -> BudgetTable.of(worked.budget(), worked.scale()));
            }
            timing.lap("price");
            meters.timed("budgets", timing);
            return answer.header("Server-Timing", timing.toString()).build();
        }
    }

    private record Worked(Budget budget, int scale) {}

    private static Response.ResponseBuilder answer(
            HttpHeaders headers, Supplier<Object> json, Supplier<BudgetTable> table) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.getType().equals("text") && accepted.getSubtype().equals("csv")) {
                return Response.ok(table.get().csv(), CSV + ";charset=UTF-8");
            }
            if (accepted.getType().equals("text") && accepted.getSubtype().equals("markdown")) {
                return Response.ok(table.get().markdown(), MARKDOWN + ";charset=UTF-8");
            }
            if (accepted.isWildcardType() || Problem.isJson(accepted)) {
                break;
            }
        }
        return Response.ok(json.get(), MediaType.APPLICATION_JSON);
    }

    private static void raise(List<Problem.Error> errors) {
        if (!errors.isEmpty()) {
            throw new BadQuery(errors);
        }
    }

    private static @Nullable JsonNode tree(byte[] body, @Nullable MediaType type) {
        boolean yaml = type != null && type.getSubtype().matches("(x-)?yaml|.*\\+yaml");
        if (yaml) {
            try {
                return new YAMLMapper()
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readTree(new String(body, StandardCharsets.UTF_8));
            } catch (JsonProcessingException e) {
                String where = e.getLocation() == null
                        ? ""
                        : " at line " + e.getLocation().getLineNr();
                throw new Unreadable(
                        Unreadable.Kind.MALFORMED,
                        "not_yaml",
                        "",
                        "The body is not YAML" + where + ".",
                        "send a scenario in YAML or JSON");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        boolean text = type != null && type.getType().equals("text");
        return text || !QueryBody.isObject(body) ? null : Body.json(body);
    }

    private Worked scenario(
            JsonNode tree,
            String pointer,
            MultivaluedMap<String, String> query,
            Library.Snapshot snapshot,
            Load.Turn turn,
            List<Problem.Error> errors) {
        Scenario scenario = Scenario.of(tree, pointer, query);
        BudgetParameters.OfScenario whole = check.fill(new BudgetParameters.OfScenario(), scenario.whole());
        errors.addAll(check.errors(whole));
        PlanTerms terms = errors.isEmpty() ? whole.plan.terms(clock) : null;
        List<Workload> workloads = new ArrayList<>();
        for (int i = 0; i < scenario.workloads().size(); i++) {
            JsonNode body = scenario.bodies().get(i);
            String where = (pointer.isEmpty() ? "" : pointer.substring(1) + ".") + "workloads[" + i + "].";
            BudgetParameters.OfWorkload one = check.fill(
                    new BudgetParameters.OfWorkload(body != null),
                    scenario.workloads().get(i));
            List<Problem.Error> bad = check.errors(one);
            bad.forEach(e -> errors.add(new Problem.Error(where + e.parameter(), e.detail(), e.hint())));
            if (bad.isEmpty() && terms != null) {
                AskedWorkload asked = one.workload.asked();
                Prompt prompt = body == null ? null : prompt(body, AskedNames.of(snapshot.names(), asked.seller()));
                List<Model> models = models(asked, prompt, snapshot, where, errors);
                if (!models.isEmpty()) {
                    workloads.add(
                            workload(asked, models, prompt, snapshot.calibrated(whole.plan.calibrated()), terms, turn));
                }
            }
        }
        raise(errors);
        return new Worked(
                Budget.of(snapshot.exchange(), snapshot.catalogue().models(), Objects.requireNonNull(terms), workloads),
                whole.plan.scale());
    }

    /** Whether the body has the query's words, as a form or as an object with the volume, which no vendor's request has. */
    private static boolean areWords(byte[] body, @Nullable JsonNode tree, @Nullable MediaType type) {
        if (tree != null) {
            return tree.path("requests").isTextual();
        }
        return body.length > 0
                && type != null
                && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                && !type.isWildcardType();
    }

    /** @param query its values go before those of the body */
    private BudgetParameters words(byte[] body, MultivaluedMap<String, String> query) {
        MultivaluedMap<String, String> words = QueryBody.words(body);
        words.putAll(query);
        return check.fill(new BudgetParameters(), words);
    }

    private Worked single(
            byte[] body,
            @Nullable MediaType type,
            BudgetParameters parameters,
            Library.Snapshot snapshot,
            Load.Turn turn) {
        boolean hasBody = parameters.workload.input == null ? body.length > 0 : !PromptBody.isNothing(body);
        parameters.hasBody = hasBody;
        List<Problem.Error> errors = check.errors(parameters);
        raise(errors);
        AskedWorkload asked = parameters.workload.asked();
        PlanTerms terms = parameters.plan.terms(clock);
        Library.Snapshot chosen = snapshot.calibrated(parameters.plan.calibrated());
        Prompt prompt = hasBody
                ? PromptBody.read(body, type, null, false, AskedNames.of(snapshot.names(), asked.seller())::dialect)
                : null;
        List<Model> models = models(asked, prompt, snapshot, "", errors);
        raise(errors);
        return new Worked(
                Budget.of(
                        snapshot.exchange(),
                        snapshot.catalogue().models(),
                        terms,
                        List.of(workload(asked, models, prompt, chosen, terms, turn))),
                parameters.plan.scale());
    }

    private Workload workload(
            AskedWorkload asked,
            List<Model> models,
            @Nullable Prompt prompt,
            Library.Snapshot snapshot,
            PlanTerms terms,
            Load.Turn turn) {
        return prompt == null
                ? Budget.ofFigures(asked, models)
                : Budget.ofPrompt(
                        asked, models, prompt, snapshot.estimator(), library.tokenizers(), terms, turn.deadline());
    }

    private static Prompt prompt(JsonNode tree, AskedNames names) {
        String model = tree.path("model").asText("");
        return PromptReader.read(tree, DialectDetector.detect(tree, names.dialect(model)), UnknownParts.FAIL);
    }

    private static List<Model> models(
            AskedWorkload asked,
            @Nullable Prompt prompt,
            Library.Snapshot snapshot,
            String where,
            List<Problem.Error> errors) {
        List<String> names = !asked.models().isEmpty()
                ? asked.models()
                : prompt == null || prompt.model() == null ? List.of() : List.of(prompt.model());
        if (names.isEmpty()) {
            errors.add(new Problem.Error(where + "models", "No model is named.", "add models=gpt-4o"));
        }
        List<Model> models = new ArrayList<>();
        AskedNames sellers = AskedNames.of(snapshot.names(), asked.seller());
        if (names.size() == 1 && where.isEmpty()) {
            sellers.require(names.get(0));
        }
        for (String name : names) {
            sellers.find(name)
                    .map(NamedModel::model)
                    .ifPresentOrElse(
                            models::add,
                            () -> errors.add(new Problem.Error(
                                    where + "models",
                                    "The catalogue has no model “" + name + "”.",
                                    "did you mean one of " + sellers.suggestions(name) + "?")));
        }
        return models;
    }
}
