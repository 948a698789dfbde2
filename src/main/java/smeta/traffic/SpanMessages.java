package smeta.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's spans of generative AI: the attributes as an object or in OTLP's list, the messages as the conventions
 * have them ({@code gen_ai.input.messages}: roles with parts) or as OpenLLMetry wrote them before
 * ({@code gen_ai.prompt.0.content}). A line is a span or an export with many.
 */
final class SpanMessages {
    private static final String OLD = "gen_ai.prompt.";
    private static final Set<String> NO_CALLS =
            Set.of("create_agent", "invoke_agent", "invoke_workflow", "execute_tool");

    private SpanMessages() {}

    /** The attributes as an object of plain values; null if the line has none of that kind. */
    static @Nullable ObjectNode attributes(JsonNode line) {
        JsonNode given = line.has("attributes") ? line.get("attributes") : line;
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        if (given.isArray()) {
            given.forEach(one -> {
                JsonNode value = plain(one.path("value"));
                if (value != null) {
                    plain.set(one.path("key").asText(), value);
                }
            });
        } else if (given.isObject()) {
            given.properties().stream()
                    .filter(e -> e.getKey().startsWith("gen_ai."))
                    .forEach(e -> plain.set(e.getKey(), e.getValue()));
        }
        return plain.properties().stream().anyMatch(e -> e.getKey().startsWith("gen_ai.")) ? plain : null;
    }

    /** A value of OTLP, where each says its type, as plain JSON; null if it is of none that is known. */
    private static @Nullable JsonNode plain(JsonNode value) {
        for (String type : List.of("stringValue", "intValue", "doubleValue", "boolValue")) {
            if (value.has(type)) {
                return value.get(type);
            }
        }
        if (value.has("arrayValue")) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.get("arrayValue").path("values").forEach(one -> list.add(plain(one)));
            return list;
        }
        if (value.has("kvlistValue")) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.get("kvlistValue")
                    .path("values")
                    .forEach(one -> object.set(one.path("key").asText(), plain(one.path("value"))));
            return object;
        }
        return null;
    }

    /**
     * The spans of calls in an export of OTLP, of which one line holds many; null if the line is no such export. What else
     * was traced is left out.
     */
    static @Nullable List<JsonNode> exported(JsonNode line) {
        if (!line.path("resourceSpans").isArray()) {
            return null;
        }
        List<JsonNode> calls = new ArrayList<>();
        for (JsonNode resource : line.get("resourceSpans")) {
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    ObjectNode attributes = attributes(span);
                    if (attributes != null && isCall(attributes)) {
                        calls.add(span);
                    }
                }
            }
        }
        return calls;
    }

    /** An agent's span sums up the calls in it, which have spans of their own; a tool's is no call. */
    private static boolean isCall(ObjectNode attributes) {
        return !NO_CALLS.contains(attributes.path("gen_ai.operation.name").asText());
    }

    /** As a request of OpenAI's shape; null if the span is no call or didn't keep the messages. */
    static @Nullable JsonNode request(JsonNode line) {
        ObjectNode attributes = attributes(line);
        if (attributes == null || !isCall(attributes)) {
            return null;
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode messages = request.putArray("messages");
        JsonNode system = LoggedRequest.parsed(attributes.path("gen_ai.system_instructions"));
        if (system.isArray()) {
            messages.add(message("system", system));
        }
        JsonNode input = LoggedRequest.parsed(attributes.path("gen_ai.input.messages"));
        if (input.isArray()) {
            input.forEach(one -> messages.add(message(one.path("role").asText("user"), one.path("parts"))));
        } else {
            old(attributes, messages);
        }
        if (messages.isEmpty()) {
            return null;
        }
        copy(attributes, "gen_ai.request.model", request, "model");
        copy(attributes, "gen_ai.request.max_tokens", request, "max_tokens");
        JsonNode tools = LoggedRequest.parsed(attributes.path("gen_ai.tool.definitions"));
        if (tools.isArray() && !tools.isEmpty()) {
            request.set("tools", tools);
        }
        return request;
    }

    private static void old(ObjectNode attributes, ArrayNode messages) {
        for (int i = 0; attributes.has(OLD + i + ".content"); i++) {
            messages.addObject()
                    .put("role", attributes.path(OLD + i + ".role").asText("user"))
                    .set("content", attributes.get(OLD + i + ".content"));
        }
    }

    /** Parts of text become text; calls and results keep what the model reads of them. */
    private static ObjectNode message(String role, JsonNode parts) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("role", role);
        StringBuilder text = new StringBuilder();
        for (JsonNode part : parts) {
            switch (part.path("type").asText()) {
                case "text", "reasoning" -> text.append(part.path("content").asText());
                case "tool_call" -> call(message, part);
                case "tool_call_response" -> {
                    JsonNode result = part.has("response") ? part.get("response") : part.path("result");
                    text.append(result.isTextual() ? result.asText() : result.toString());
                    message.put("tool_call_id", part.path("id").asText());
                }
                default -> message.withArray("content_parts").add(part);
            }
        }
        if (message.has("content_parts")) {
            message.set("content", message.remove("content_parts"));
            return message;
        }
        return message.put("content", text.toString());
    }

    private static void call(ObjectNode message, JsonNode part) {
        JsonNode arguments = part.path("arguments");
        ObjectNode call = message.withArray("tool_calls")
                .addObject()
                .put("id", part.path("id").asText())
                .put("type", "function");
        call.putObject("function")
                .put("name", part.path("name").asText())
                .put("arguments", arguments.isTextual() ? arguments.asText() : arguments.toString());
    }

    private static void copy(ObjectNode from, String name, ObjectNode to, String as) {
        JsonNode value = from.path(name);
        if (value.isTextual() && as.equals("max_tokens")) {
            to.put(as, Long.parseLong(value.asText()));
        } else if (!value.isMissingNode()) {
            to.set(as, value);
        }
    }
}
