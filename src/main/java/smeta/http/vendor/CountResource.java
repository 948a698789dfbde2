package smeta.http.vendor;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Assumptions;
import smeta.estimate.Estimate;
import smeta.estimate.Fit;
import smeta.estimate.Request;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Timing;
import smeta.http.query.AskedNames;
import smeta.http.query.VendorBody;
import smeta.http.telemetry.Spans;
import smeta.meter.Count;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;

/**
 * The vendors' own count endpoints, in their shapes, errors included: existing client code works by changing its base
 * URL. {@code Smeta-Precision}, {@code Smeta-Input-Tokens} and {@code Smeta-Because} say how exact the count is.
 */
@Tag(name = "Vendor counts")
@Path("/")
public class CountResource {
    @Inject
    Library library;

    @Inject
    Clock clock;

    @Inject
    Load load;

    @Context
    UriInfo uri;

    @Inject
    Spans spans;

    @POST
    @Path("v1/messages/count_tokens")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "countAnthropicTokens", summary = "Anthropic's count endpoint")
    @RequestBody(
            description = VendorBody.DESCRIPTION,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VendorBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "the count, as the vendor answers it",
            content = @Content(schema = @Schema(implementation = AnthropicTokenCount.class)))
    @APIResponse(
            responseCode = "400",
            description = "the body can't be read or measured, as the vendor's client expects it",
            content = @Content(schema = @Schema(implementation = AnthropicError.class)))
    public Response anthropic(byte[] body) {
        return count(
                Dialect.ANTHROPIC,
                body,
                null,
                (prompt, estimate) -> new Counted(
                        new AnthropicTokenCount(estimate.input().tokens().likely()),
                        estimate.input().tokens()));
    }

    @POST
    @Path("v1/responses/input_tokens")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "countOpenAiTokens", summary = "OpenAI's count endpoint")
    @RequestBody(
            description = VendorBody.DESCRIPTION,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VendorBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "the count, as the vendor answers it",
            content = @Content(schema = @Schema(implementation = OpenAiTokenCount.class)))
    @APIResponse(
            responseCode = "400",
            description = "the body can't be read or measured, as the vendor's client expects it",
            content = @Content(schema = @Schema(implementation = OpenAiError.class)))
    public Response openAi(byte[] body) {
        return count(
                Dialect.OPENAI_RESPONSES,
                body,
                null,
                (prompt, estimate) -> new Counted(
                        new OpenAiTokenCount(estimate.input().tokens().likely()),
                        estimate.input().tokens()));
    }

    /** For a client whose base URL lacks the version. */
    @POST
    @Path("responses/input_tokens")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response openAiWithoutVersion(byte[] body) {
        return openAi(body);
    }

    /** Other versions and Vertex AI's paths come here too: {@link GeminiPaths}. */
    @POST
    @Path("v1beta/models/{model:.+}:countTokens")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "countGeminiTokens",
            summary = "Gemini's count endpoint, with contents or generateContentRequest")
    @RequestBody(
            description = VendorBody.DESCRIPTION,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VendorBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "the count, as the vendor answers it",
            content = @Content(schema = @Schema(implementation = GeminiTokenCount.class)))
    @APIResponse(
            responseCode = "400",
            description = "the body can't be read or measured, as the vendor's client expects it",
            content = @Content(schema = @Schema(implementation = GeminiError.class)))
    public Response gemini(@BeanParam GeminiPathParameters path, byte[] body) {
        return count(Dialect.GEMINI, body, path.model, GeminiCount::of);
    }

    private Response count(Dialect dialect, byte[] body, @Nullable String pathModel, Shape shape) {
        try (Load.Turn turn = load.takeOrRefuse()) {
            return counted(dialect, body, pathModel, shape);
        }
    }

    private Response counted(Dialect dialect, byte[] body, @Nullable String pathModel, Shape shape) {
        Timing timing = new Timing();
        Prompt prompt = PromptReader.read(Body.json(body), dialect, UnknownParts.FAIL);
        timing.lap("read");
        String name = pathModel != null ? pathModel : prompt.model();
        if (name == null) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "missing_field",
                    "/model",
                    "The request names no model.",
                    "add “model”");
        }
        String seller = uri.getQueryParameters().getFirst("seller");
        Model model =
                AskedNames.of(library.snapshot().names(), seller).require(name).model();
        Request request = new Request(prompt, Assumptions.at(clock.instant()), library.tokenizers());
        Estimate estimate = library.snapshot().estimator().estimate(request, model, name);
        timing.split("count", request.countingNanos(), "price");
        spans.estimated(prompt, List.of(estimate), timing);
        if (estimate.fit().verdict() == Fit.Verdict.UNSUPPORTED) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "unsupported",
                    "",
                    "The model " + model.qualifiedId() + " cannot take this request: "
                            + String.join(", ", estimate.fit().reasons()) + ".",
                    "choose another model, or leave that part out");
        }
        Counted counted = shape.of(prompt, estimate);
        Count tokens = counted.tokens();
        Estimate.Input input = estimate.input();
        Response.ResponseBuilder answer = Response.ok(counted.answer(), MediaType.APPLICATION_JSON)
                .header("Server-Timing", timing.toString())
                .header("Smeta-Precision", input.precision().name().toLowerCase(Locale.ROOT))
                .header("Smeta-Input-Tokens", tokens.low() + "-" + tokens.high() + (input.bounded() ? "" : "+"));
        return (input.because().isEmpty() ? answer : answer.header("Smeta-Because", String.join(", ", input.because())))
                .build();
    }

    /** An answer in a vendor's shape, and the count that it tells of. */
    record Counted(Object answer, Count tokens) {}

    /** How a vendor writes the count. */
    private interface Shape {
        Counted of(Prompt prompt, Estimate estimate);
    }
}
