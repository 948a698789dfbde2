package smeta.prompt;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON schema as a TypeScript type. Each level is indented by two more, but for the closing brace. */
final class TypeScriptSchema {
    /** Of what is referred to: definitions that refer to each other twice grow as a power of two. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final int DEEPEST = 50;
    private static final Set<String> NAMES =
            Set.of("string", "number", "integer", "boolean", "null", "object", "array", "");

    private final JsonNode root;
    private final boolean everyLevel;
    private final StringBuilder unrendered = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> referred = new HashSet<>();
    private long characters;

    /** @param everyLevel false for the form of 2023: descriptions of the first level, and no references */
    TypeScriptSchema(@Nullable JsonNode root, boolean everyLevel) {
        this.root = root == null ? MissingNode.getInstance() : root;
        this.everyLevel = everyLevel;
    }

    boolean complete() {
        return characters <= MOST_CHARACTERS;
    }

    String unrendered() {
        return unrendered.toString();
    }

    /** The schema has no place in the text. */
    void leaveOut() {
        leftover(root, Set.of("type", "required"), unrendered);
        unusual(root, "object");
    }

    /** The members of the outermost object, a line each. */
    String members() {
        String lines = members(root, 0);
        leftover(root, Set.of("type", "properties", "required", "$defs", "definitions"), unrendered);
        unusual(root, "object");
        for (String definitions : List.of("$defs", "definitions")) {
            root.path(definitions).properties().forEach(definition -> {
                if (!referred.contains("#/" + definitions + "/" + definition.getKey())) {
                    unrendered
                            .append('"')
                            .append(definition.getKey())
                            .append("\":")
                            .append(definition.getValue());
                }
            });
        }
        return lines;
    }

    private String members(JsonNode object, int indent) {
        List<String> lines = new ArrayList<>();
        Set<String> required = new HashSet<>();
        for (JsonNode name : object.path("required")) {
            required.add(name.asText());
            unrendered.append(object.path("properties").has(name.asText()) ? "" : name.asText());
        }
        Iterator<Map.Entry<String, JsonNode>> members =
                object.path("properties").properties().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            comment(member.getValue(), indent, lines);
            lines.add(member.getKey() + (required.contains(member.getKey()) ? ": " : "?: ")
                    + type(member.getValue(), indent) + ",");
        }
        return lines.stream().map(line -> " ".repeat(indent) + line).collect(Collectors.joining("\n"));
    }

    private void comment(JsonNode schema, int indent, List<String> lines) {
        String description = schema.path("description").asText("");
        if (!description.isEmpty() && (everyLevel || indent < 2)) {
            lines.add("// " + description);
        }
    }

    /** A type that is no member of its own, so that its description stands behind it. */
    private String nested(JsonNode schema, int indent) {
        String description = schema.path("description").asText("");
        return type(schema, indent) + (everyLevel && !description.isEmpty() ? " // " + description : "");
    }

    private String type(JsonNode schema, int indent) {
        if (everyLevel && schema.has("$ref")) {
            return reference(schema, indent);
        }
        String alternatives = schema.has("anyOf") ? "anyOf" : "oneOf";
        if (schema.path(alternatives).isArray() && !schema.path(alternatives).isEmpty()) {
            leftover(schema, Set.of("description", "type", alternatives), unrendered);
            return joined(schema.path(alternatives), one -> nested(one, indent));
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            leftover(schema, Set.of("description", "type", "enum", "properties", "required", "items"), unrendered);
            return joined(type, one -> named(one.asText(), schema, indent));
        }
        if (type.isMissingNode() && schema.path("enum").isArray()) {
            leftover(schema, Set.of("description", "enum"), unrendered);
            return joined(schema.path("enum"), JsonNode::toString);
        }
        String name = type.asText(schema.has("properties") ? "object" : "").toLowerCase(Locale.ROOT);
        leftover(schema, rendered(name), unrendered);
        if (!NAMES.contains(name) || !schema.isObject()) {
            unusual(schema, "");
        }
        return named(name, schema, indent);
    }

    private static Set<String> rendered(String type) {
        return switch (type) {
            case "string", "number", "integer" -> Set.of("description", "type", "enum");
            case "object" -> Set.of("description", "type", "properties", "required");
            case "array" -> Set.of("description", "type", "items");
            default -> Set.of("description", "type");
        };
    }

    private String reference(JsonNode schema, int indent) {
        String pointer = schema.path("$ref").asText();
        leftover(schema, Set.of("description", "$ref"), unrendered);
        JsonNode target = resolved(pointer);
        characters += open.size() > DEEPEST ? MOST_CHARACTERS : 0;
        if (target.isMissingNode() || open.contains(pointer) || !complete()) {
            return "any";
        }
        referred.add(pointer);
        open.push(pointer);
        String type = nested(target, indent);
        characters += type.length();
        open.pop();
        return type;
    }

    private JsonNode resolved(String pointer) {
        try {
            return pointer.startsWith("#/")
                    ? root.at(JsonPointer.compile(pointer.substring(1)))
                    : MissingNode.getInstance();
        } catch (IllegalArgumentException notAPointer) {
            return MissingNode.getInstance();
        }
    }

    private String named(String type, JsonNode schema, int indent) {
        JsonNode values = schema.path("enum");
        return switch (type) {
            case "string" -> values.isArray() ? joined(values, value -> "\"" + value.asText() + "\"") : "string";
            case "number", "integer" -> values.isArray() ? joined(values, JsonNode::asText) : "number";
            case "boolean", "null" -> type;
            case "object" -> "{\n" + members(schema, indent + 2) + "\n}";
            case "array" -> schema.has("items") ? nested(schema.path("items"), indent) + "[]" : "any[]";
            default -> "any";
        };
    }

    /** Writes down a type that has no name in TypeScript, or a schema that is none. */
    private void unusual(JsonNode schema, String usual) {
        JsonNode odd = schema.isObject() ? schema.path("type") : schema;
        if (!odd.isMissingNode() && !odd.isBoolean() && !odd.asText().equals(usual)) {
            unrendered.append(odd);
        }
    }

    /** Writes down the members that have no place in the text; a bare switch or number as well. */
    static void leftover(JsonNode object, Set<String> rendered, StringBuilder unrendered) {
        object.properties().forEach(member -> {
            if (!rendered.contains(member.getKey())) {
                unrendered
                        .append('"')
                        .append(member.getKey())
                        .append("\":")
                        .append(member.getValue())
                        .append(',');
            }
        });
    }

    private static String joined(JsonNode nodes, Function<JsonNode, String> text) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(text.apply(node)));
        return String.join(" | ", texts);
    }
}
