package smeta.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Body;

/**
 * The vendor's request in a line of a log, whoever wrote it: a proxy beside the response, a batch file, LiteLLM's log
 * payload, Langfuse's observation, an OpenTelemetry span, a stored completion.
 */
final class LoggedRequest {
    /** What of a line that has the messages itself belongs to the request. */
    private static final List<String> FIELDS = List.of(
            "model",
            "messages",
            "system",
            "tools",
            "tool_choice",
            "functions",
            "max_tokens",
            "max_completion_tokens",
            "max_output_tokens",
            "reasoning_effort",
            "reasoning",
            "thinking",
            "response_format",
            "n",
            "instructions",
            "text");
    /** Where clients keep what they said besides the messages. */
    private static final List<String> SETTINGS =
            List.of("model_parameters", "modelParameters", "optional_params", "invocation_params");

    private LoggedRequest() {}

    /** Null if the line has no request. */
    static @Nullable JsonNode of(JsonNode line) {
        JsonNode direct = direct(line);
        if (direct != null) {
            return direct;
        }
        JsonNode span = SpanMessages.request(line);
        if (span != null) {
            return span;
        }
        if (line.path("messages").isArray() && !line.get("messages").isEmpty()) {
            return collected(line, "messages", line.get("messages"));
        }
        JsonNode input = parsed(line.path("input"));
        if (line.path("object").asText().equals("response")) {
            return input.isMissingNode() ? null : collected(line, "input", input);
        }
        if (input.isObject() && (input.has("messages") || input.has("contents"))) {
            return collected(line, input);
        }
        if (input.isArray() && !input.isEmpty() && input.get(0).has("role") || input.isTextual()) {
            return collected(line, "messages", input.isTextual() ? user(input) : input);
        }
        return null;
    }

    private static @Nullable JsonNode direct(JsonNode line) {
        for (String place : List.of("request", "body", "params")) {
            JsonNode request = parsed(line.path(place));
            if (request.isObject()) {
                JsonNode body = parsed(request.path("body"));
                return body.isObject() ? body : request;
            }
        }
        return null;
    }

    private static JsonNode collected(JsonNode line, String name, JsonNode messages) {
        return collected(line, JsonNodeFactory.instance.objectNode().set(name, messages));
    }

    /** With what the line says besides. */
    private static JsonNode collected(JsonNode line, JsonNode request) {
        ObjectNode whole = ((ObjectNode) request).deepCopy();
        FIELDS.stream().filter(line::hasNonNull).forEach(field -> putIfAbsent(whole, field, line.get(field)));
        for (String place : SETTINGS) {
            JsonNode settings = parsed(line.path(place));
            if (settings.isObject()) {
                FIELDS.stream()
                        .filter(settings::hasNonNull)
                        .forEach(field -> putIfAbsent(whole, field, settings.get(field)));
            }
        }
        return whole;
    }

    private static void putIfAbsent(ObjectNode object, String field, JsonNode value) {
        if (!object.has(field)) {
            object.set(field, value);
        }
    }

    private static JsonNode user(JsonNode text) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("role", "user");
        message.set("content", text);
        return JsonNodeFactory.instance.arrayNode().add(message);
    }

    /** JSON that was written as text; other text as it is. */
    static JsonNode parsed(JsonNode value) {
        String text = value instanceof TextNode ? value.asText().strip() : "";
        boolean json = text.startsWith("{") && text.endsWith("}") || text.startsWith("[") && text.endsWith("]");
        return json ? Body.json(text.getBytes(StandardCharsets.UTF_8)) : value;
    }
}
