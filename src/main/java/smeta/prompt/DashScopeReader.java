package smeta.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * DashScope's native body: {@code model}, {@code input} with the messages, {@code parameters}. API reference:
 * help.aliyun.com/zh/model-studio/qwen-api-reference, 2026-11.
 */
final class DashScopeReader {
    private static final Set<String> ROLES = new LinkedHashSet<>(List.of("system", "user", "assistant", "tool"));

    private final Draft draft;
    private final DashScopeContent content;
    private final OpenAiChatReader shared;

    DashScopeReader(Draft draft) {
        this.draft = draft;
        this.content = new DashScopeContent(draft);
        this.shared = new OpenAiChatReader(draft);
    }

    void read(Place body) {
        draft.model = body.at("model").textOrNull();
        Place input = body.at("input").object();
        history(input.at("history"));
        Place prompt = input.at("prompt");
        if (prompt.present()) {
            draft.message(prompt, "user", List.of(Part.Text.of(prompt.pointer(), prompt.text())));
        }
        Place messages = input.at("messages");
        if (!prompt.present() && !messages.present()) {
            throw messages.wrongType("an array of messages (or a prompt)");
        }
        messages.items().forEach(this::message);
        parameters(body.at("parameters"));
    }

    /** The legacy pairs of question and answer. */
    private void history(Place history) {
        for (Place pair : history.items()) {
            for (String side : List.of("user", "bot")) {
                Place text = pair.object().at(side);
                if (text.present()) {
                    draft.message(
                            text,
                            side.equals("bot") ? "assistant" : side,
                            List.of(Part.Text.of(text.pointer(), text.text())));
                }
            }
        }
    }

    private void message(Place message) {
        String role = draft.role(message.object(), ROLES);
        List<Part> parts = new ArrayList<>();
        OpenAiChatReader.reasoning(message, parts);
        List<Part> said = content.read(message.at("content"));
        if (role.equals("tool")) {
            parts.add(new Part.ToolResult(message.pointer(), null, said));
        } else {
            parts.addAll(said);
        }
        shared.calls(message, parts);
        draft.messages.add(new Message(message.pointer(), role, message.at("name").textOrNull(), parts));
    }

    private void parameters(Place parameters) {
        if (!parameters.present()) {
            return;
        }
        shared.tools(parameters.object());
        draft.cap(parameters, "max_completion_tokens", "max_tokens");
        draft.replies(parameters.at("n"));
        shared.replySchema(parameters.at("response_format"));
        OpenAiThinking.read(parameters, draft);
        shared.highResolution(parameters);
    }
}
