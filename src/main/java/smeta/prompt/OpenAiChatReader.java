package smeta.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * OpenAI Chat Completions, and whoever speaks it; with the additions of OpenRouter, DashScope's compatible mode,
 * DeepSeek, Mistral and vLLM that cost tokens. API reference: platform.openai.com/docs/api-reference/chat, 2026-11.
 */
final class OpenAiChatReader {
    private static final Set<String> ROLES =
            new LinkedHashSet<>(List.of("system", "developer", "user", "assistant", "tool", "function"));

    private final Draft draft;
    private final OpenAiContent content;
    private final OpenAiTools tools;

    OpenAiChatReader(Draft draft) {
        this.draft = draft;
        this.content = new OpenAiContent(draft);
        this.tools = new OpenAiTools(draft);
    }

    void read(Place body) {
        draft.model = body.at("model").textOrNull();
        messages(body.at("messages"));
        tools(body);
        draft.cap(body, "max_completion_tokens", "max_tokens");
        draft.replies(body.at("n"));
        draft.serviceTier = body.at("service_tier").textOrNull();
        replySchema(body.at("response_format"));
        OpenAiThinking.read(body, draft);
        highResolution(body);
        draft.unseenIfPresent(body.at("plugins"), "plugins");
        if (body.has("prediction")) {
            draft.remark("prediction", body.at("prediction"),
                    "What the reply does not use of the prediction is billed as output; it is not counted.");
        }
        draft.cacheControl(body, false);
    }

    void messages(Place messages) {
        if (!messages.node().isArray()) {
            throw messages.wrongType("an array of messages");
        }
        messages.items().forEach(this::message);
    }

    private void message(Place message) {
        String role = draft.role(message.object(), ROLES);
        List<Part> parts = new ArrayList<>();
        reasoning(message, parts);
        List<Part> said = content.read(message.at("content"));
        if (role.equals("tool") || role.equals("function")) {
            parts.add(new Part.ToolResult(message.pointer(), null, said));
        } else {
            parts.addAll(said);
        }
        Place refusal = message.at("refusal");
        if (refusal.present()) {
            parts.add(new Part.Text(refusal.pointer(), refusal.text(), Part.Text.Kind.REFUSAL));
        }
        calls(message, parts);
        draft.unseenIfPresent(message.at("audio"), "an earlier spoken reply");
        draft.messages.add(new Message(message.pointer(), role, message.at("name").textOrNull(), parts));
        draft.cacheControl(message, false);
    }

    /** Reasoning that is sent back: DeepSeek's and Qwen's reasoning_content, OpenRouter's reasoning. */
    static void reasoning(Place message, List<Part> parts) {
        Place reasoning = message.either("reasoning_content", "reasoning");
        if (reasoning.present()) {
            parts.add(new Part.Text(reasoning.pointer(), reasoning.text(), Part.Text.Kind.REASONING));
        }
    }

    void calls(Place message, List<Part> parts) {
        for (Place call : message.at("tool_calls").items()) {
            String type = call.object().at("type").textOr("function");
            switch (type) {
                case "function" -> parts.add(call(call, call.at("function").object(), "arguments"));
                case "custom" -> parts.add(call(call, call.at("custom").object(), "input"));
                default -> draft.unknownPart(call, "function, custom");
            }
        }
        Place legacy = message.at("function_call");
        if (legacy.present()) {
            parts.add(call(legacy, legacy.object(), "arguments"));
        }
    }

    private static Part call(Place call, Place function, String argumentsName) {
        Place arguments = function.at(argumentsName);
        String text = arguments.node().isObject() ? arguments.json() : arguments.textOr("");
        return new Part.ToolCall(call.pointer(), function.at("name").text(), text);
    }

    /** @param parameters the body, or where DashScope keeps what Chat Completions has at the top */
    void tools(Place parameters) {
        tools.read(parameters.at("tools"));
        tools.functions(parameters.at("functions"));
        tools.choice(parameters.either("tool_choice", "function_call"));
        tools.server(parameters.at("web_search_options"), "web_search");
        tools.server(parameters.at("enable_search"), "web_search");
    }

    void replySchema(Place format) {
        Place schema = format.at("json_schema");
        if (schema.present()) {
            draft.replySchema = (schema.object().has("schema") ? schema.at("schema") : schema).plain();
        }
    }

    /** Qwen-VL's switch to the larger pixel budget has no name for a level, so its own name is kept. */
    void highResolution(Place parameters) {
        if (Boolean.TRUE.equals(parameters.at("vl_high_resolution_images").flag())) {
            draft.mediaResolution = "vl_high_resolution_images";
        }
    }
}
