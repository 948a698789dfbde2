package smeta.http;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Assumptions;
import smeta.estimate.Estimate;
import smeta.estimate.Request;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;

/**
 * The vendors' own count endpoints, in their shapes, errors included: existing client code works by changing its base
 * URL. {@code Smeta-Precision} and {@code Smeta-Input-Tokens} say how exact the count is.
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
        return count(Dialect.ANTHROPIC, body, null, (json, tokens) -> json.put("input_tokens", tokens));
    }

    @POST
    @Path("v1/responses/input_tokens")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "OpenAI's count endpoint")
    public Response openAi(byte[] body) {
        return count(Dialect.OPENAI_RESPONSES, body, null,
                (json, tokens) -> json.put("object", "response.input_tokens").put("input_tokens", tokens));
    }

    @POST
    @Path("{version:v1beta|v1}/models/{model:.+}:countTokens")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gemini's count endpoint, with contents or generateContentRequest")
    public Response gemini(@PathParam("model") String model, byte[] body) {
        return count(Dialect.GEMINI, body, model, (json, tokens) -> {
            json.put("totalTokens", tokens);
            json.putArray("promptTokensDetails").addObject().put("modality", "TEXT").put("tokenCount", tokens);
        });
    }

    private Response count(Dialect dialect, byte[] body, @Nullable String pathModel, BiConsumer<ObjectNode, Long> shape) {
        try (Load.Turn turn = load.takeOrRefuse()) {
            JsonNode tree = Body.json(body);
            Prompt prompt = PromptReader.read(tree, dialect, UnknownParts.FAIL);
            String name = pathModel != null ? pathModel : prompt.model();
            if (name == null) {
                return VendorErrors.of(dialect, 400, "model: Field required");
            }
            Model model = library.shelf().catalogue().find(name).orElse(null);
            if (model == null) {
                return VendorErrors.of(dialect, 404, "model: " + name + " is not in the catalogue; did you mean one of "
                        + library.shelf().catalogue().suggestions(name, 3) + "?");
            }
            Request request = new Request(prompt, Assumptions.at(clock.instant()), library.tokenizers());
            Estimate estimate = library.shelf().estimator().estimate(request, model, name);
            long tokens = estimate.input().tokens().likely();
            if (dialect == Dialect.GEMINI && prompt.messages().size() == 1) {
                // the vendor's endpoint counts a single turn as its text alone (published: 10 for the fox), a bill has one more
                tokens -= estimate.items().stream().filter(i -> i.name().equals("framing")).mapToLong(i -> i.count().likely()).sum();
            }
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            shape.accept(json, tokens);
            return Response.ok(json.toString(), MediaType.APPLICATION_JSON)
                    .header("Smeta-Precision", estimate.input().precision().name().toLowerCase(java.util.Locale.ROOT))
                    .header("Smeta-Input-Tokens", estimate.input().tokens().low() + "-" + estimate.input().tokens().high()).build();
        } catch (Load.Busy e) {
            return Response.fromResponse(VendorErrors.of(dialect, 503, "No turn to count came in time.")).header("Retry-After", 1).build();
        } catch (Unreadable e) {
            return VendorErrors.of(dialect, 400, e.getMessage() + (e.pointer().isEmpty() ? "" : " At " + e.pointer() + ".") + " " + e.hint());
        }
    }
}
