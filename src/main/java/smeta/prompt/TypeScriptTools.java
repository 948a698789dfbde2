package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Function definitions as OpenAI's chat models read them: declarations of types in a TypeScript namespace. OpenAI does
 * not publish the form; it was found, and checked against the usage that the API reports, by
 * github.com/hmarr/openai-chat-tokens (b8e3b11). What a schema says beyond types, enumerations, descriptions and
 * required members leaves no trace in the text.
 */
public final class TypeScriptTools {
    private TypeScriptTools() {}

    /** The text whose tokens are counted; empty if there is no function among the tools. */
    public static String text(List<Tool> tools) {
        List<Tool> functions = tools.stream().filter(Tool::isFunction).toList();
        if (functions.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>(List.of("namespace functions {", ""));
        for (Tool function : functions) {
            declaration(function, lines);
            lines.add("");
        }
        lines.add("} // namespace functions");
        return String.join("\n", lines);
    }

    private static void declaration(Tool function, List<String> lines) {
        String description = function.description();
        if (description != null && !description.isEmpty()) {
            lines.add("// " + description);
        }
        JsonNode schema = function.schema();
        if (schema == null || schema.path("properties").isEmpty()) {
            lines.add("type " + function.name() + " = () => any;");
            return;
        }
        lines.add("type " + function.name() + " = (_: {");
        lines.add(members(schema, 0));
        lines.add("}) => any;");
    }

    /** Each level is indented by two more, but for the closing brace; only the first level has descriptions. */
    private static String members(JsonNode object, int indent) {
        List<String> lines = new ArrayList<>();
        List<String> required = new ArrayList<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        Iterator<Map.Entry<String, JsonNode>> members = object.path("properties").fields();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            String description = member.getValue().path("description").asText("");
            if (!description.isEmpty() && indent < 2) {
                lines.add("// " + description);
            }
            lines.add(member.getKey() + (required.contains(member.getKey()) ? ": " : "?: ")
                    + type(member.getValue(), indent) + ",");
        }
        return lines.stream().map(line -> " ".repeat(indent) + line).collect(Collectors.joining("\n"));
    }

    private static String type(JsonNode schema, int indent) {
        JsonNode alternatives = schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf");
        if (alternatives.isArray() && !alternatives.isEmpty()) {
            return joined(alternatives, one -> type(one, indent));
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return joined(type, one -> named(one.asText(), schema, indent));
        }
        if (type.isMissingNode() && schema.path("enum").isArray()) {
            return joined(schema.path("enum"), JsonNode::toString);
        }
        return named(type.asText(schema.has("properties") ? "object" : "").toLowerCase(Locale.ROOT), schema, indent);
    }

    private static String named(String type, JsonNode schema, int indent) {
        JsonNode values = schema.path("enum");
        return switch (type) {
            case "string" -> values.isArray() ? joined(values, value -> "\"" + value.asText() + "\"") : "string";
            case "number", "integer" -> values.isArray() ? joined(values, JsonNode::asText) : "number";
            case "boolean", "null" -> type;
            case "object" -> "{\n" + members(schema, indent + 2) + "\n}";
            case "array" -> schema.has("items") ? type(schema.path("items"), indent) + "[]" : "any[]";
            default -> "any";
        };
    }

    private static String joined(JsonNode nodes, java.util.function.Function<JsonNode, String> text) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(text.apply(node)));
        return String.join(" | ", texts);
    }
}
