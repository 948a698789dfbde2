package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Function definitions as Qwen's models read them: a JSON line each, between fixed sentences in the system turn. The
 * sentences are those of the chat templates of Qwen2.5 and Qwen3 (tokenizer_config.json, read 2026-11); the templates
 * write JSON as Python does, with a space after a comma and a colon.
 */
public final class JsonTools {
    private static final String BEFORE = """
            # Tools

            You may call one or more functions to assist with the user query.

            You are provided with function signatures within <tools></tools> XML tags:
            <tools>""";
    private static final String AFTER = """

            </tools>

            For each function call, return a json object with function name and arguments within \
            <tool_call></tool_call> XML tags:
            <tool_call>
            {"name": <function-name>, "arguments": <args-json-object>}
            </tool_call>""";

    private JsonTools() {}

    /**
     * The text that stands in the system turn, after the system prompt and an empty line; empty if there is no function
     * among the tools.
     */
    public static String text(List<Tool> tools) {
        StringBuilder text = new StringBuilder(BEFORE);
        boolean any = false;
        for (Tool tool : tools) {
            if (tool.isFunction()) {
                any = true;
                text.append('\n');
                write(wrapped(tool), text);
            }
        }
        return any ? text.append(AFTER).toString() : "";
    }

    /** The definition in OpenAI's shape, which is what the templates are given, whatever the dialect of the body. */
    private static JsonNode wrapped(Tool tool) {
        ObjectNode function = JsonNodeFactory.instance.objectNode();
        if (tool.source().has("input_schema") || tool.source().has("parametersJsonSchema")) {
            function.put("name", tool.name());
            if (tool.description() != null) {
                function.put("description", tool.description());
            }
            function.set("parameters", tool.schema() == null ? JsonNodeFactory.instance.objectNode() : tool.schema());
        } else {
            function.setAll((ObjectNode) tool.source());
            function.remove(List.of("type", "cache_control"));
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("type", "function");
        whole.set("function", function);
        return whole;
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            String separator = "{";
            Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
            while (members.hasNext()) {
                Map.Entry<String, JsonNode> member = members.next();
                out.append(separator)
                        .append(JsonNodeFactory.instance.textNode(member.getKey()))
                        .append(": ");
                write(member.getValue(), out);
                separator = ", ";
            }
            out.append(node.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String separator = "[";
            for (JsonNode element : node) {
                out.append(separator);
                write(element, out);
                separator = ", ";
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else {
            out.append(node);
        }
    }
}
