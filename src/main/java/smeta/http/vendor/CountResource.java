package smeta.http.vendor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Assumptions;
import smeta.estimate.Estimate;
import smeta.estimate.Fit;
import smeta.estimate.Request;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.problem.UnknownModel;
import smeta.meter.Count;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The vendors' own count endpoints, in their shapes, errors included: existing client code works by changing its base
 * URL. {@code Smeta-Precision}, {@code Smeta-Input-Tokens} and {@code Smeta-Because} say how exact the count is.
 */
@Path("/")
public class CountResource {
    @Inject Library library;
    @Inject Clock clock;
    @Inject Load load;

    @POST
    @Path("v1/messages/count_tokens")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Anthropic's count endpoint")
    public Response anthropic(byte[] body) {
        return count(Dialect.ANTHROPIC, body, null, (json, prompt, estimate) -> {
            json.put("input_tokens", estimate.input().tokens().likely());
            return estimate.input().tokens();
        });
    }

    @POST
    @Path("v1/responses/input_tokens")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "OpenAI's count endpoint")
    public Response openAi(byte[] body) {
        return count(Dialect.OPENAI_RESPONSES, body, null, (json, prompt, estimate) -> {
            json.put("object", "response.input_tokens").put("input_tokens", estimate.input().tokens().likely());
            return estimate.input().tokens();
        });
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
    @Operation(summary = "Gemini's count endpoint, with contents or generateContentRequest")
    public Response gemini(@PathParam("model") String model, byte[] body) {
        return count(Dialect.GEMINI, body, model, GeminiCount::write);
    }

    private Response count(Dialect dialect, byte[] body, @Nullable String pathModel, Shape shape) {
        try (Load.Turn turn = load.takeOrRefuse()) {
            return counted(dialect, body, pathModel, shape);
        }
    }

    private Response counted(Dialect dialect, byte[] body, @Nullable String pathModel, Shape shape) {
        Prompt prompt = PromptReader.read(Body.json(body), dialect, UnknownParts.FAIL);
        String name = pathModel != null ? pathModel : prompt.model();
        if (name == null) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "missing_field",
                    "/model",
                    "The request names no model.",
                    "add “model”");
        }
        Model model = library.shelf().catalogue().find(name)
                .orElseThrow(() -> new UnknownModel(name, library.shelf().catalogue().suggestions(name, 3)));
        Request request = new Request(prompt, Assumptions.at(clock.instant()), library.tokenizers());
        Estimate estimate = library.shelf().estimator().estimate(request, model, name);
        if (estimate.fit().verdict() == Fit.Verdict.UNSUPPORTED) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "unsupported",
                    "",
                    "The model " + model.qualifiedId() + " cannot take this request: "
                            + String.join(", ", estimate.fit().reasons()) + ".",
                    "choose another model, or leave that part out");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Count tokens = shape.write(json, prompt, estimate);
        Estimate.Input input = estimate.input();
        Response.ResponseBuilder answer = Response.ok(json.toString(), MediaType.APPLICATION_JSON)
                .header("Smeta-Precision", input.precision().name().toLowerCase(Locale.ROOT))
                .header("Smeta-Input-Tokens", tokens.low() + "-" + tokens.high() + (input.bounded() ? "" : "+"));
        return (input.because().isEmpty() ? answer : answer.header("Smeta-Because", String.join(", ", input.because())))
                .build();
    }

    /** How a vendor writes the count. */
    private interface Shape {
        /** @return what was counted */
        Count write(ObjectNode json, Prompt prompt, Estimate estimate);
    }
}
