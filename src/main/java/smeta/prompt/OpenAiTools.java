package smeta.prompt;

import smeta.prompt.Prompt.ToolChoice;
import smeta.prompt.Prompt.ToolChoice.Mode;

/** Tools of Chat Completions and DashScope (nested under {@code function}) and of Responses (flat). */
final class OpenAiTools {
    private final Draft draft;

    OpenAiTools(Draft draft) {
        this.draft = draft;
    }

    void read(Place tools) {
        tools.items().forEach(this::tool);
    }

    /** The legacy {@code functions}: the definitions without a wrapper. */
    void functions(Place functions) {
        functions.items().forEach(function -> draft.tools.add(function(function, function)));
    }

    private void tool(Place tool) {
        tool.object();
        String type = tool.at("type").textOr("function");
        if (type.equals("function")) {
            Place nested = tool.at("function");
            draft.tools.add(function(tool, nested.present() ? nested.object() : tool));
        } else if (type.equals("namespace")) {
            read(tool.at("tools"));
        } else {
            Place nested = tool.at(type);
            Place named = nested.node().isObject() ? nested : tool;
            draft.tools.add(new Tool(tool.pointer(), type, named.either("name", "server_label").textOr(type),
                    named.at("description").textOrNull(), null, tool.plain()));
            if (type.equals("mcp")) {
                draft.unseen(tool, "the tools of an MCP server");
            }
        }
        draft.deferred(tool);
        draft.cacheControl(tool, true);
    }

    private static Tool function(Place tool, Place function) {
        Place schema = function.either("parameters", "input_schema");
        if (schema.present()) {
            schema.object();
        }
        return new Tool(
                tool.pointer(),
                "function",
                function.object().at("name").text(),
                function.at("description").textOrNull(),
                schema.present() ? schema.plain() : null,
                function.plain());
    }

    void choice(Place choice) {
        if (!choice.present()) {
            return;
        }
        if (choice.isText()) {
            draft.toolChoice = switch (choice.text()) {
                case "auto" -> ToolChoice.AUTO;
                case "none" -> new ToolChoice(Mode.NONE, null);
                case "required", "any" -> new ToolChoice(Mode.REQUIRED, null);
                default -> throw choice.unsupported(
                        "wrong_value", "A tool choice is auto, none, required or an object.", "correct the choice");
            };
            return;
        }
        String type = choice.object().at("type").textOr("function");
        if (type.equals("allowed_tools")) {
            Place allowed = choice.at(type).present() ? choice.at(type) : choice;
            choice(allowed.at("mode"));
            draft.remark(
                    "allowed_tools",
                    choice,
                    "All tools count, those that are not allowed too: the vendor keeps them in the prompt.");
            return;
        }
        Place named = choice.at(type).node().isObject() ? choice.at(type) : choice;
        draft.toolChoice = new ToolChoice(Mode.NAMED, named.either("name", "server_label").textOr(type));
    }

    /** The tools that a switch in the body turns on, for instance {@code web_search_options}. */
    void server(Place switchedOn, String type) {
        if (switchedOn.present() && !Boolean.FALSE.equals(switchedOn.node().isBoolean() ? switchedOn.flag() : null)) {
            draft.tools.add(new Tool(switchedOn.pointer(), type, type, null, null, switchedOn.plain()));
        }
    }
}
