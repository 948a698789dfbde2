package smeta.http.tokens;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import smeta.catalogue.Model;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Timing;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.query.AskedNames;
import smeta.http.telemetry.Spans;
import smeta.prompt.Body;
import smeta.token.Text;
import smeta.token.Tokenizer;
import smeta.token.Vocabulary;

/** {@code POST /v1/tokens}: a text's tokens in one vocabulary, or for a model; the content only, no framing. */
@Tag(name = "Tokens")
@Path("/v1/tokens")
public class TokensResource {
    @Inject
    Library library;

    @Inject
    Load load;

    @Inject
    Spans spans;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "tokenize",
            summary = "A text's tokens: count, and with include=ids each id with its UTF-16 offsets",
            description =
                    "vocabulary=o200k_base or model=gpt-4o. Offsets are places of the text that was sent, also where"
                            + " the vocabulary normalizes it first. A page has at most 20,000 tokens; next_from says where"
                            + " the next one begins.")
    @RequestBody(
            description = "The text.",
            content = @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)))
    public RestResponse<TokenizedText> tokens(
            byte[] body, @Valid @BeanParam TokensParameters asked, @Context HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        if (type != null
                && !type.getType().equals("text")
                && !type.getSubtype().equals("x-www-form-urlencoded")
                && !type.getSubtype().equals("octet-stream")) {
            throw new NotSupportedException("Expected the text as text/plain, found " + type + ".");
        }
        Tokenizer tokenizer = tokenizer(asked);
        Timing timing = new Timing();
        try (Load.Turn turn = load.takeOrRefuse()) {
            Text text = Text.of(Body.text(body));
            timing.lap("read");
            TokenizedText answer = asked.ids() && tokenizer instanceof Vocabulary exact
                    ? TokenizedText.listed(
                            tokenizer.name(), exact.encode(text), asked.from == null ? 0 : asked.from, text)
                    : TokenizedText.counted(tokenizer.name(), tokenizer.count(List.of(text)), text);
            timing.lap("count");
            spans.took(timing);
            return RestResponse.ResponseBuilder.ok(answer, MediaType.APPLICATION_JSON)
                    .header("Server-Timing", timing.toString())
                    .build();
        }
    }

    private Tokenizer tokenizer(TokensParameters asked) {
        if (asked.vocabulary != null) {
            String name = asked.vocabulary.strip();
            return library.tokenizers()
                    .find(name)
                    .orElseThrow(() -> new BadQuery(List.of(new Problem.Error(
                            "vocabulary",
                            "There is no vocabulary “" + name + "”.",
                            "expected are "
                                    + String.join(", ", library.tokenizers().names())))));
        }
        Model model = AskedNames.of(library.snapshot().names(), asked.seller.name())
                .require(Objects.requireNonNull(asked.model).strip())
                .model();
        return library.tokenizers().find(model.tokenizer()).orElseThrow();
    }
}
