package smeta.prompt.bedrock;

import smeta.prompt.Prompt.ToolChoice;
import smeta.prompt.Prompt.ToolChoice.Mode;
import smeta.prompt.Tool;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/** {@code toolConfig} of Converse. */
final class ConverseTools {
    private final PromptDraft draft;

    ConverseTools(PromptDraft draft) {
        this.draft = draft;
    }

    void read(JsonCursor config) {
        JsonCursor before = config;
        for (JsonCursor tool : config.at("tools").items()) {
            JsonCursor spec = tool.object().at("toolSpec");
            if (spec.present()) {
                JsonCursor schema = spec.object().at("inputSchema").at("json");
                draft.tool(new Tool(
                        tool.pointer(),
                        "function",
                        spec.at("name").text(),
                        spec.at("description").textOrNull(),
                        schema.present() ? schema.plain() : null,
                        spec.plain()));
            } else if (tool.has("cachePoint")) {
                draft.cache().point(before, tool.at("cachePoint").at("ttl"), true);
            } else {
                JsonCursor system = tool.at("systemTool");
                String name = system.at("name").textOr("systemTool");
                draft.tool(new Tool(tool.pointer(), name, name, null, null, tool.plain()));
            }
            before = tool;
        }
        JsonCursor choice = config.at("toolChoice");
        if (choice.has("any")) {
            draft.toolChoice(new ToolChoice(Mode.REQUIRED, null));
        } else if (choice.has("tool")) {
            draft.toolChoice(
                    new ToolChoice(Mode.NAMED, choice.at("tool").at("name").text()));
        }
    }
}
