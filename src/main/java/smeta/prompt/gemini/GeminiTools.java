package smeta.prompt.gemini;

import java.util.List;
import smeta.prompt.Prompt.ToolChoice;
import smeta.prompt.Prompt.ToolChoice.Mode;
import smeta.prompt.Tool;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/** Tools of Gemini: function declarations, and the vendor's own, each a member of the tool object. */
final class GeminiTools {
    private final PromptDraft draft;

    GeminiTools(PromptDraft draft) {
        this.draft = draft;
    }

    void read(JsonCursor tools) {
        List<JsonCursor> all = tools.node().isObject() ? List.of(tools) : tools.items();
        for (JsonCursor tool : all) {
            for (String name : tool.object().names()) {
                JsonCursor member = tool.at(name);
                if (name.equals("functionDeclarations") || name.equals("function_declarations")) {
                    member.items().forEach(this::declaration);
                } else if (member.present()) {
                    String type = camelCase(name);
                    draft.tool(new Tool(member.pointer(), type, type, null, null, member.plain()));
                    if (type.equals("mcpServers")) {
                        draft.remarks().unseen(member, "the tools of an MCP server");
                    }
                }
            }
        }
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            boolean first = camel.isEmpty() || word.isEmpty();
            camel.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private void declaration(JsonCursor function) {
        JsonCursor schema = function.object().either("parametersJsonSchema", "parameters_json_schema", "parameters");
        draft.tool(new Tool(
                function.pointer(),
                "function",
                function.at("name").text(),
                function.at("description").textOrNull(),
                schema.present() ? schema.object().plain() : null,
                function.plain()));
    }

    void choice(JsonCursor config) {
        JsonCursor calling = config.either("functionCallingConfig", "function_calling_config");
        if (!calling.present()) {
            return;
        }
        JsonCursor mode = calling.object().at("mode");
        List<JsonCursor> allowed =
                calling.either("allowedFunctionNames", "allowed_function_names").items();
        draft.toolChoice(
                switch (mode.textOr("AUTO").toUpperCase(java.util.Locale.ROOT)) {
                    case "AUTO", "MODE_UNSPECIFIED", "VALIDATED" -> ToolChoice.AUTO;
                    case "NONE" -> new ToolChoice(Mode.NONE, null);
                    case "ANY" ->
                        allowed.size() == 1
                                ? new ToolChoice(Mode.NAMED, allowed.get(0).text())
                                : new ToolChoice(Mode.REQUIRED, null);
                    default ->
                        throw mode.unsupported(
                                "wrong_value", "The mode is AUTO, ANY, NONE or VALIDATED.", "correct the mode");
                });
    }
}
