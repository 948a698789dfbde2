package smeta.prompt.anthropic;

import smeta.prompt.Prompt.ToolChoice;
import smeta.prompt.Prompt.ToolChoice.Mode;
import smeta.prompt.Tool;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/** Tools of Anthropic Messages: the caller's own have no type or {@code custom}, all others are the vendor's. */
final class AnthropicTools {
    private final PromptDraft draft;

    AnthropicTools(PromptDraft draft) {
        this.draft = draft;
    }

    void read(JsonCursor tools) {
        for (JsonCursor tool : tools.items()) {
            String type = tool.object().at("type").textOr("custom");
            boolean own = type.equals("custom");
            JsonCursor schema = tool.at("input_schema");
            draft.tool(new Tool(
                    tool.pointer(),
                    own ? "function" : type,
                    own
                            ? tool.at("name").text()
                            : tool.first("name", "mcp_server_name").textOr(type),
                    tool.at("description").textOrNull(),
                    schema.present() ? schema.object().plain() : null,
                    tool.plain()));
            if (type.equals("mcp_toolset")) {
                draft.remarks().unseen(tool, "the tools of an MCP server");
            }
            draft.remarks().deferred(tool);
            draft.cache().control(tool, true);
        }
    }

    void choice(JsonCursor choice) {
        if (!choice.present()) {
            return;
        }
        JsonCursor type = choice.object().at("type");
        draft.toolChoice(
                switch (type.text()) {
                    case "auto" -> ToolChoice.AUTO;
                    case "none" -> new ToolChoice(Mode.NONE, null);
                    case "any" -> new ToolChoice(Mode.REQUIRED, null);
                    case "tool" -> new ToolChoice(Mode.NAMED, choice.at("name").text());
                    default ->
                        throw type.unsupported(
                                "wrong_value", "A tool choice is auto, any, tool or none.", "correct the type");
                });
    }
}
