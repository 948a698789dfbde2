package smeta.http.checks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Check;
import smeta.estimate.Checker;
import smeta.estimate.Request;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Meters;
import smeta.http.load.Timing;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.query.EstimateQuery;
import smeta.http.query.Models;
import smeta.http.query.PromptBody;
import smeta.http.query.Query;
import smeta.http.query.VendorPath;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code POST /v1/checks}: yes or no for one model, under a limit of money. A gateway may append the path at the
 * vendor.
 */
@Path("/v1/checks")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {
    /** How many other models an answer names. */
    private static final int ALTERNATIVES = 5;

    @Inject Library library;
    @Inject Clock clock;
    @Inject Load load;
    @Inject Meters meters;

    @POST
    @Operation(
            summary = "Whether this request may pass: fits the model, has a price, and costs no more than the limit",
            description = "The decision is taken on the upper bound. Without a reply cap in the body or the query, the"
                    + " model's maximum is what must be held. A limit without currency is in the price card's"
                    + " own.")
    public Response check(byte[] body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return check(body, VendorPath.NONE, uri, headers);
    }

    @POST
    @Path("{path:.+}")
    @Operation(
            summary = "The same at the vendor's own path, so that a gateway only adds a prefix",
            description = "For Gemini's paths the model comes from the path.")
    public Response checkAtPath(
            byte[] body, @PathParam("path") String path, @Context UriInfo uri, @Context HttpHeaders headers) {
        return check(body, VendorPath.of(path), uri, headers);
    }

    private Response check(byte[] body, VendorPath path, UriInfo uri, HttpHeaders headers) {
        Library.Shelf shelf = library.shelf();
        CheckQuery asked = CheckQuery.read(new Query(uri.getQueryParameters()), clock);
        Timing timing = new Timing();
        try (Load.Turn turn = load.take()) {
            timing.lap("queue");
            return check(body, headers.getMediaType(), path, asked, shelf, timing, turn);
        }
    }

    private Response check(
            byte[] body,
            @Nullable MediaType type,
            VendorPath path,
            CheckQuery asked,
            Library.Shelf shelf,
            Timing timing,
            Load.Turn turn) {
        EstimateQuery common = asked.common();
        Dialect dialect = common.dialect() != null ? common.dialect() : path.dialect();
        Prompt prompt = PromptBody.read(body, type, dialect, common.noteUnknownParts(),
                name -> Models.dialect(shelf.catalogue().find(name).orElse(null)));
        timing.lap("read");
        String name = name(common, path, prompt);
        Model model = shelf.catalogue().find(name).orElse(null);
        if (model == null) {
            meters.unknownModel("checks");
            return unknownModel(name, asked, shelf);
        }
        Request request = new Request(prompt, common.assumptions(), library.tokenizers(), turn.deadline());
        Checker checker = new Checker(shelf.estimator());
        Check check = checker.check(request, model, name, asked.rules(), !asked.alternatives());
        CheckJson writer = new CheckJson(common.scale());
        ObjectNode json = writer.json(check, asked, shelf.catalogue().version());
        assumed(json, common, prompt);
        if (asked.alternatives() && !check.allowed()) {
            writer.alternatives(
                    json,
                    checker.alternatives(
                            request,
                            shelf.catalogue().models(),
                            model,
                            asked.rules(),
                            currency(check, common),
                            ALTERNATIVES));
        }
        timing.split("count", request.countingNanos(), "price");
        meters.counted(request.countedBytes());
        meters.checked(check);
        meters.timed("checks", timing);
        Response.ResponseBuilder answer = answer(json, check.allowed(), check.reasons(), asked);
        if (check.hold() != null) {
            answer.header("Smeta-Hold", writer.rounded(check.hold()) + " " + check.hold().currency().getCurrencyCode());
        }
        if (check.estimate() != null && check.estimate().input().bounded()) {
            answer.header("Smeta-Input-Tokens", check.estimate().input().tokens().high());
        }
        return answer.header("Server-Timing", timing.toString()).build();
    }

    private static String name(EstimateQuery common, VendorPath path, Prompt prompt) {
        if (!common.models().isEmpty()) {
            return common.models().get(0);
        }
        if (path.model() != null) {
            return path.model();
        }
        if (prompt.model() != null) {
            return prompt.model();
        }
        throw new BadQuery(List.of(new Problem.Error(
                "models", "Neither the query nor the path nor the body names a model.", "add models=gpt-4o")));
    }

    private static Currency currency(Check check, EstimateQuery common) {
        if (common.assumptions().currency() != null) {
            return common.assumptions().currency();
        }
        if (check.estimate() != null && check.estimate().cost() != null) {
            return check.estimate().cost().likely().currency();
        }
        return Currency.getInstance("USD");
    }

    private static void assumed(ObjectNode json, EstimateQuery common, Prompt prompt) {
        var list = json.putArray("assumed");
        for (String[] one : common.assumed()) {
            list.addObject().put("name", one[0]).put("value", one[1]).put("why", one[2]);
        }
        if (common.assumptions().maxOutput() == null) {
            list.addObject()
                    .put("name", "max_output")
                    .put(
                            "value",
                            prompt.maxOutput() == null ? "the model's maximum" : Long.toString(prompt.maxOutput()))
                    .put(
                            "why",
                            prompt.maxOutput() == null
                                    ? "the body sets no cap, so the most that the model may write is what must be held"
                                    : "body");
        }
        if (common.assumptions().currency() == null) {
            list.addObject()
                    .put("name", "currency")
                    .put("value", "the price card's own")
                    .put("why", "default; a limit is in it too");
        }
    }

    /** Not a 404: to a gateway a model that nobody prices is a decision like any other. */
    private static Response unknownModel(String name, CheckQuery asked, Library.Shelf shelf) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        boolean passes = asked.rules().unknownPasses();
        json.put("decision", passes ? "allow" : "deny");
        json.putArray("reasons");
        json.withArray(passes ? "not_known" : "reasons").add("unknown_model");
        json.put("asked", name);
        shelf.catalogue().suggestions(name, 3).forEach(json.putArray("suggestions")::add);
        json.put("catalogue", shelf.catalogue().version());
        return answer(json, passes, passes ? List.of() : List.of("unknown_model"), asked).build();
    }

    private static Response.ResponseBuilder answer(
            ObjectNode json, boolean allowed, List<String> reasons, CheckQuery asked) {
        Response.ResponseBuilder answer;
        if (allowed || asked.denyStatus() == null) {
            answer = Response.ok(json.toString(), MediaType.APPLICATION_JSON);
        } else {
            ObjectNode problem = Problem.of(
                            asked.denyStatus(),
                            reasons.get(0),
                            "Denied",
                            "The request may not pass: " + String.join(", ", reasons) + ".",
                            hint(json))
                    .json();
            problem.setAll(json);
            answer = Response.status(asked.denyStatus()).type(Problem.MEDIA_TYPE).entity(problem.toString());
        }
        if (allowed && asked.accel() != null) {
            answer.header("X-Accel-Redirect", asked.accel());
        }
        return answer.header("Smeta-Decision", allowed ? "allow" : "deny");
    }

    private static @Nullable String hint(ObjectNode json) {
        return json.has("would_fit")
                ? "it passes with a reply cap of "
                        + json.path("would_fit").path("max_output").asLong() + " tokens"
                : null;
    }
}
