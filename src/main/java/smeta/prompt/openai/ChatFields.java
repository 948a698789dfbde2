package smeta.prompt.openai;

import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/** What Chat Completions has in common with the bodies that were made after it, as DashScope's own. */
public final class ChatFields {
    private final PromptDraft draft;
    private final OpenAiTools tools;

    public ChatFields(PromptDraft draft) {
        this.draft = draft;
        this.tools = new OpenAiTools(draft);
    }

    /**
     * Reasoning that is sent back: DeepSeek's and Qwen's reasoning_content, OpenRouter's reasoning. Gateways send the same
     * under both names; where they differ, both count.
     */
    public static void reasoning(JsonCursor message, List<Part> parts) {
        JsonCursor reasoning = message.at("reasoning_content");
        JsonCursor other = message.at("reasoning");
        for (JsonCursor each : List.of(reasoning, other)) {
            if (each.present() && (each == reasoning || !each.node().equals(reasoning.node()))) {
                parts.add(new Part.Text(each.pointer(), each.text(), Part.Text.Kind.REASONING));
            }
        }
    }

    /** Calls of tools, the legacy {@code function_call} among them. */
    public void calls(JsonCursor message, List<Part> parts) {
        for (JsonCursor call : message.at("tool_calls").items()) {
            String type = call.object().at("type").textOr("function");
            switch (type) {
                case "function" -> parts.add(call(call, call.at("function").object(), "arguments"));
                case "custom" -> parts.add(call(call, call.at("custom").object(), "input"));
                default -> draft.remarks().unknownPart(call, "function, custom");
            }
        }
        JsonCursor legacy = message.at("function_call");
        if (legacy.present()) {
            parts.add(call(legacy, legacy.object(), "arguments"));
        }
    }

    private static Part call(JsonCursor call, JsonCursor function, String argumentsName) {
        JsonCursor arguments = function.at(argumentsName);
        String text = arguments.node().isObject() ? arguments.json() : arguments.textOr("");
        return new Part.ToolCall(call.pointer(), function.at("name").text(), text);
    }

    /**
     * Tools, the choice among them, and switches that turn on a tool of the vendor.
     *
     * @param parameters the body, or where DashScope keeps what Chat Completions has at the top
     */
    public void tools(JsonCursor parameters) {
        tools.read(parameters.at("tools"));
        tools.functions(parameters.at("functions"));
        tools.choice(parameters.either("tool_choice", "function_call"));
        tools.server(parameters.at("web_search_options"), "web_search");
        tools.server(parameters.at("enable_search"), "web_search");
        tools.server(parameters.at("enable_code_interpreter"), "code_interpreter");
        JsonCursor live = parameters.at("search_parameters");
        if (!"off".equals(live.at("mode").textOrNull())) {
            tools.server(live, "live_search");
        }
    }

    /** The schema in a {@code response_format}. */
    public void replySchema(JsonCursor format) {
        JsonCursor schema = format.at("json_schema");
        if (schema.present() && schema.object().has("schema")) {
            draft.replySchema(schema.at("schema"), schema.at("description"));
        } else if (schema.present()) {
            draft.replySchema(schema.plain());
        }
    }

    /** Qwen-VL's switch to the larger pixel budget has no name for a level, so its own name is kept. */
    public void highResolution(JsonCursor parameters) {
        if (Boolean.TRUE.equals(parameters.at("vl_high_resolution_images").flag())) {
            draft.mediaResolution("vl_high_resolution_images");
        }
    }
}
