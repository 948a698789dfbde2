package smeta.http.tokens;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Timing;
import smeta.http.problem.UnknownModel;
import smeta.http.query.Query;
import smeta.prompt.Body;
import smeta.token.Text;
import smeta.token.TokenCount;
import smeta.token.Tokenizer;
import smeta.token.Tokens;
import smeta.token.Vocabulary;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code POST /v1/tokens}: a text's tokens in one vocabulary, or for a model; the content only, no framing. */
@Path("/v1/tokens")
public class TokensResource {
    /** The most tokens of one answer; {@code from=} pages on. */
    static final int PAGE = 20_000;

    @Inject Library library;
    @Inject Load load;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A text's tokens: count, and with include=ids each id with its UTF-16 offsets",
            description =
                    "vocabulary=o200k_base or model=gpt-4o. Offsets are places of the text that was sent, also where"
                        + " the vocabulary normalizes it first. A page has at most 20,000 tokens; next_from says where"
                        + " the next one begins.")
    public Response tokens(byte[] body, @Context UriInfo uri, @Context HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        if (type != null && !type.getType().equals("text") && !type.getSubtype().equals("x-www-form-urlencoded")
                && !type.getSubtype().equals("octet-stream")) {
            throw new NotSupportedException("Expected the text as text/plain, found " + type + ".");
        }
        Query query = new Query(uri.getQueryParameters());
        String vocabulary = query.text("vocabulary");
        String modelName = query.text("model");
        Set<String> include = new LinkedHashSet<>(query.each("include", "ids", t -> {
            if (!t.equals("ids")) {
                throw new IllegalArgumentException();
            }
            return t;
        }));
        Long from = query.count("from");
        if ((vocabulary == null) == (modelName == null)) {
            query.error(
                    "vocabulary",
                    "Expected either “vocabulary” or “model”.",
                    "for example vocabulary=o200k_base or model=gpt-4o");
        }
        Tokenizer tokenizer = tokenizer(query, vocabulary, modelName);
        query.close();
        Timing timing = new Timing();
        try (Load.Turn turn = load.takeOrRefuse()) {
            return tokens(body, tokenizer, include.contains("ids"), from == null ? 0 : from, timing);
        }
    }

    private static Response tokens(byte[] body, Tokenizer tokenizer, boolean ids, long from, Timing timing) {
        Text text = Text.of(Body.text(body));
        timing.lap("read");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("vocabulary", tokenizer.name());
        if (ids && tokenizer instanceof Vocabulary exact) {
            Tokens tokens = exact.encode(text);
            count(json, TokenCount.exact(tokens.size()));
            page(json, tokens, from);
        } else {
            count(json, tokenizer.count(List.of(text)));
        }
        json.put("characters", text.value().codePointCount(0, text.value().length()));
        json.put("bytes", text.utf8().length);
        timing.lap("count");
        return Response.ok(json.toString(), MediaType.APPLICATION_JSON)
                .header("Server-Timing", timing.toString())
                .build();
    }

    private @Nullable Tokenizer tokenizer(Query query, @Nullable String vocabulary, @Nullable String modelName) {
        if (vocabulary != null) {
            Tokenizer found = library.tokenizers().find(vocabulary).orElse(null);
            if (found == null) {
                query.error(
                        "vocabulary",
                        "There is no vocabulary “" + vocabulary + "”.",
                        "expected are " + String.join(", ", library.tokenizers().names()));
            }
            return found;
        }
        if (modelName == null) {
            return null;
        }
        Model model = library.shelf().catalogue().find(modelName)
                .orElseThrow(() -> new UnknownModel(modelName, library.shelf().catalogue().suggestions(modelName, 5)));
        return library.tokenizers().find(model.tokenizer()).orElseThrow();
    }

    private static void count(ObjectNode json, TokenCount count) {
        json.put("count", count.likely());
        json.put("low", count.low());
        json.put("high", count.high());
        json.put("precision", count.precision().name().toLowerCase(Locale.ROOT));
    }

    private static void page(ObjectNode json, Tokens tokens, long from) {
        ArrayNode list = json.putArray("tokens");
        int first = (int) Math.min(tokens.size(), from);
        int end = Math.min(tokens.size(), first + PAGE);
        for (int i = first; i < end; i++) {
            list.addObject()
                    .put("id", tokens.ids()[i])
                    .put("start", tokens.charStart(i))
                    .put("end", tokens.charEnds()[i]);
        }
        if (end < tokens.size()) {
            json.put("next_from", end);
        }
    }
}
