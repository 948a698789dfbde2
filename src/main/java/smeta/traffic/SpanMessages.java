package smeta.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's spans of generative AI: the attributes as an object or in OTLP's list, the messages as the conventions
 * have them ({@code gen_ai.input.messages}: roles with parts) or as OpenLLMetry wrote them before
 * ({@code gen_ai.prompt.0.content}).
 */
final class SpanMessages {
    private static final String OLD = "gen_ai.prompt.";

    private SpanMessages() {}

    /** The attributes as an object of plain values; null if the line has none of that kind. */
    static @Nullable ObjectNode attributes(JsonNode line) {
        JsonNode given = line.has("attributes") ? line.get("attributes") : line;
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        if (given.isArray()) {
            given.forEach(one -> {
                for (String type : java.util.List.of("stringValue", "intValue", "doubleValue")) {
                    if (one.path("value").has(type)) {
                        plain.set(one.path("key").asText(), one.get("value").get(type));
                    }
                }
            });
        } else if (given.isObject()) {
            given.properties().stream().filter(e -> e.getKey().startsWith("gen_ai."))
                    .forEach(e -> plain.set(e.getKey(), e.getValue()));
        }
        return plain.properties().stream().anyMatch(e -> e.getKey().startsWith("gen_ai.")) ? plain : null;
    }

    /** As a request of OpenAI's shape; null if the span didn't keep the messages. */
    static @Nullable JsonNode request(JsonNode line) {
        ObjectNode attributes = attributes(line);
        if (attributes == null) {
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
        ObjectNode call = message.withArray("tool_calls").addObject()
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
