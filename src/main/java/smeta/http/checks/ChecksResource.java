package smeta.http.checks;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.estimate.Assumptions;
import smeta.estimate.Check;
import smeta.estimate.Checker;
import smeta.estimate.Request;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Meters;
import smeta.http.load.SentBody;
import smeta.http.load.Timing;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.query.AskedNames;
import smeta.http.query.EstimateQuery;
import smeta.http.query.ParameterCheck;
import smeta.http.query.PromptBody;
import smeta.http.query.ResolvedAnswer;
import smeta.http.query.VendorBody;
import smeta.http.query.VendorPath;
import smeta.http.telemetry.Spans;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;

/**
 * {@code POST /v1/checks}: yes or no for one model, under a limit of money. A gateway may append the path at the
 * vendor.
 */
@APIResponse(
        responseCode = "200",
        description = "the decision",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = CheckAnswer.class)))
@APIResponse(
        responseCode = "402",
        description = "a denial, with deny_status=402",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = DenialProblem.class)))
@APIResponse(
        responseCode = "403",
        description = "a denial, with deny_status=403",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = DenialProblem.class)))
@APIResponse(
        responseCode = "429",
        description = "a denial, with deny_status=429",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = DenialProblem.class)))
@APIResponse(
        responseCode = "413",
        description = "a denial, with deny_status=413, or body_too_large",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(anyOf = {DenialProblem.class, Problem.class})))
@Tag(name = "Checks")
@Path("/v1/checks")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {
    /** How many other models an answer names. */
    private static final int ALTERNATIVES = 5;

    @Inject
    Library library;

    @Inject
    Clock clock;

    @Inject
    Load load;

    @Inject
    SentBody sent;

    @Inject
    Meters meters;

    @Inject
    ParameterCheck parameterCheck;

    @Inject
    Spans spans;

    @POST
    @Operation(
            operationId = "check",
            summary = "Whether this request may pass: fits the model, has a price, and costs no more than the limit",
            description = "The decision is taken on the upper bound. Without a reply cap in the body or the query, the"
                    + " model's maximum is what must be held. A limit without currency is in the price card's"
                    + " own.")
    @RequestBody(
            description = VendorBody.DESCRIPTION,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = VendorBody.class)),
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
            })
    public Response check(@BeanParam CheckParameters parameters, @Context HttpHeaders headers) {
        return check(sent.bytes(), VendorPath.NONE, parameters, headers);
    }

    @POST
    @Path("{path:.+}")
    @Operation(
            operationId = "checkAtVendorPath",
            summary = "The same at the vendor's own path, so that a gateway only adds a prefix",
            description = "For Gemini's paths the model comes from the path, for Vertex's the location too.")
    @RequestBody(
            description = VendorBody.DESCRIPTION,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = VendorBody.class)),
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
            })
    public Response checkAtPath(
            @BeanParam VendorPathParameters at, @BeanParam CheckParameters parameters, @Context HttpHeaders headers) {
        return check(sent.bytes(), VendorPath.of(at.path), parameters, headers);
    }

    private Response check(byte[] body, VendorPath path, CheckParameters parameters, HttpHeaders headers) {
        parameterCheck.require(parameters);
        Library.Snapshot snapshot = library.snapshot().calibrated(parameters.answer.calibrated());
        CheckQuery asked = parameters.check(clock);
        Timing timing = new Timing();
        try (Load.Turn turn = load.take()) {
            timing.lap("queue");
            return check(body, headers.getMediaType(), path, asked, snapshot, timing, turn);
        }
    }

    private Response check(
            byte[] body,
            @Nullable MediaType type,
            VendorPath path,
            CheckQuery asked,
            Library.Snapshot snapshot,
            Timing timing,
            Load.Turn turn) {
        EstimateQuery common = asked.common();
        Dialect dialect = common.dialect() != null ? common.dialect() : path.dialect();
        AskedNames names = AskedNames.of(snapshot.names(), common.seller());
        Prompt prompt = PromptBody.read(body, type, dialect, common.noteUnknownParts(), names::dialect);
        timing.lap("read");
        String name = name(common, path, prompt);
        NamedModel named = names.find(name).orElse(null);
        if (named == null) {
            meters.unknownModel("checks");
            CheckMapping mapping = new CheckMapping(asked, snapshot.catalogue().version());
            return response(mapping.unknownModel(name, names.suggestions(name)), asked)
                    .build();
        }
        Model model = named.model();
        Request request = new Request(prompt, at(path, common.assumptions()), library.tokenizers(), turn.deadline());
        Checker checker = new Checker(snapshot.estimator());
        Check check = checker.check(request, model, name, asked.rules(), !asked.alternatives());
        CheckMapping mapping = new CheckMapping(asked, snapshot.catalogue().version());
        CheckAnswer answer = mapping.answer(
                check,
                ResolvedAnswer.of(named, names),
                prompt,
                asked.alternatives() && !check.allowed()
                        ? checker.alternatives(
                                request,
                                snapshot.catalogue().models(),
                                model,
                                asked.rules(),
                                currency(check, common),
                                ALTERNATIVES)
                        : null);
        timing.split("count", request.countingNanos(), "price");
        meters.counted(request.countedBytes());
        meters.checked(check);
        meters.timed("checks", timing);
        spans.checked(prompt, check, timing);
        Response.ResponseBuilder response = response(answer, asked);
        if (answer.hold() != null) {
            response.header(
                    "Smeta-Hold", answer.hold().amount() + " " + answer.hold().currency());
        }
        if (check.estimate() != null && check.estimate().input().bounded()) {
            response.header(
                    "Smeta-Input-Tokens", check.estimate().input().tokens().high());
        }
        return response.header("Server-Timing", timing.toString()).build();
    }

    private static Assumptions at(VendorPath path, Assumptions said) {
        return path.location() == null ? said : said.withPlace(said.place().withLocation(path.location()));
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

    private static Response.ResponseBuilder response(CheckAnswer answer, CheckQuery asked) {
        boolean allowed = answer.decision().equals("allow");
        Response.ResponseBuilder response = allowed || asked.denyStatus() == null
                ? Response.ok(answer, MediaType.APPLICATION_JSON)
                : Response.status(asked.denyStatus())
                        .type(Problem.MEDIA_TYPE)
                        .entity(DenialProblem.of(answer, asked.denyStatus()));
        if (allowed && asked.accel() != null) {
            response.header("X-Accel-Redirect", asked.accel());
        }
        return response.header("Smeta-Decision", answer.decision());
    }
}
