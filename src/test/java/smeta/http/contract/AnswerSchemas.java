package smeta.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The schemas that the committed OpenAPI document gives to answers, by path, method, status and media type. */
final class AnswerSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

    AnswerSchemas() {
        try {
            document = new YAMLMapper().readTree(OpenApiDocumentTest.DOCUMENT.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with an answer; empty if nothing is, or the operation is none of the document's. */
    Set<ValidationMessage> wrong(String method, String path, int status, String mediaType, String body)
            throws IOException {
        JsonNode operation = operation(path).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return Set.of();
        }
        JsonNode schema = operation
                .path("responses")
                .path(Integer.toString(status))
                .path("content")
                .path(mediaType)
                .path("schema");
        if (schema.isMissingNode() && status >= 400) {
            // what can happen to any request before it reaches its operation
            schema = document.path("paths")
                    .path("/v1/estimates")
                    .path("post")
                    .path("responses")
                    .path("500")
                    .path("content")
                    .path(mediaType)
                    .path("schema");
        }
        if (schema.isMissingNode()) {
            throw new AssertionError(
                    method + " " + path + " answered " + status + " as " + mediaType + ", which is not documented");
        }
        return compiled.computeIfAbsent(schema, this::compile).validate(JSON.readTree(body));
    }

    /**
     * Whether the document says that the operation can have this problem. A path that is none of the document's, and a
     * method that its path doesn't have, are not the document's matter.
     */
    boolean names(String method, String path, int status, String code) {
        JsonNode operation = operation(path).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return true;
        }
        JsonNode response = operation.path("responses").path(Integer.toString(status));
        return StreamSupport.stream(response.path("x-codes").spliterator(), false)
                .anyMatch(known -> known.asText().equals(code));
    }

    private synchronized JsonSchema compile(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        root.set("components", document.path("components"));
        return factory.getSchema(root);
    }

    /** A path without variables goes before one with them. */
    private JsonNode operation(String path) {
        JsonNode exact = document.path("paths").path(path);
        if (!exact.isMissingNode()) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> one : document.path("paths").properties()) {
            String pattern = one.getKey().replaceAll("\\{[^}]+}", "\\\\E.+\\\\Q");
            if (path.matches("\\Q" + pattern + "\\E")) {
                return one.getValue();
            }
        }
        return document.path("nothing");
    }
}
