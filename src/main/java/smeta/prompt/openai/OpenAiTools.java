package smeta.prompt.openai;

import smeta.prompt.Prompt.ToolChoice;
import smeta.prompt.Prompt.ToolChoice.Mode;
import smeta.prompt.Tool;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/** Tools of Chat Completions and DashScope (nested under {@code function}) and of Responses (flat). */
public final class OpenAiTools {
    private final PromptDraft draft;

    public OpenAiTools(PromptDraft draft) {
        this.draft = draft;
    }

    /** {@code tools}, in either form. */
    public void read(JsonCursor tools) {
        tools.items().forEach(this::tool);
    }

    /** The legacy {@code functions}: the definitions without a wrapper. */
    public void functions(JsonCursor functions) {
        functions.items().forEach(function -> draft.tool(function(function, function)));
    }

    private void tool(JsonCursor tool) {
        tool.object();
        String type = tool.at("type").textOr("function");
        if (type.equals("function")) {
            JsonCursor nested = tool.at("function");
            draft.tool(function(tool, nested.present() ? nested.object() : tool));
        } else if (type.equals("namespace")) {
            read(tool.at("tools"));
        } else {
            JsonCursor nested = tool.at(type);
            JsonCursor named = nested.node().isObject() ? nested : tool;
            draft.tool(new Tool(
                    tool.pointer(),
                    type,
                    named.first("name", "server_label").textOr(type),
                    named.at("description").textOrNull(),
                    null,
                    tool.plain()));
            if (type.equals("mcp")) {
                draft.remarks().unseen(tool, "the tools of an MCP server");
            }
        }
        draft.remarks().deferred(tool);
        draft.cache().control(tool, true);
    }

    /**
     * A function of the caller's.
     *
     * @param tool where it stands
     */
    public static Tool function(JsonCursor tool, JsonCursor function) {
        JsonCursor schema = function.either("parameters", "input_schema");
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

    /** {@code tool_choice}. */
    public void choice(JsonCursor choice) {
        if (!choice.present()) {
            return;
        }
        if (choice.isText()) {
            draft.toolChoice(
                    switch (choice.text()) {
                        case "auto" -> ToolChoice.AUTO;
                        case "none" -> new ToolChoice(Mode.NONE, null);
                        case "required", "any" -> new ToolChoice(Mode.REQUIRED, null);
                        default ->
                            throw choice.unsupported(
                                    "wrong_value",
                                    "A tool choice is auto, none, required or an object.",
                                    "correct the choice");
                    });
            return;
        }
        String type = choice.object().at("type").textOr("function");
        if (type.equals("allowed_tools")) {
            JsonCursor allowed = choice.at(type).present() ? choice.at(type) : choice;
            choice(allowed.at("mode"));
            draft.remarks()
                    .add(
                            "allowed_tools",
                            choice,
                            "All tools count, those that are not allowed too: the vendor keeps them in the prompt.");
            return;
        }
        JsonCursor named = choice.at(type).node().isObject() ? choice.at(type) : choice;
        draft.toolChoice(
                new ToolChoice(Mode.NAMED, named.first("name", "server_label").textOr(type)));
    }

    /** The tools that a switch in the body turns on, for instance {@code web_search_options}. */
    public void server(JsonCursor switchedOn, String type) {
        if (switchedOn.present() && !Boolean.FALSE.equals(switchedOn.node().isBoolean() ? switchedOn.flag() : null)) {
            draft.tool(new Tool(switchedOn.pointer(), type, type, null, null, switchedOn.plain()));
        }
    }
}
