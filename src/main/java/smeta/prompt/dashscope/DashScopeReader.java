package smeta.prompt.dashscope;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import smeta.prompt.Part;
import smeta.prompt.openai.ChatFields;
import smeta.prompt.openai.ThinkingSwitches;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;
import smeta.prompt.reading.ReplyWishesReader;

/**
 * DashScope's native body: {@code model}, {@code input} with the messages, {@code parameters}. API reference:
 * help.aliyun.com/zh/model-studio/qwen-api-reference, 2026-11.
 */
public final class DashScopeReader implements DialectReader {
    private static final Set<String> ROLES = new LinkedHashSet<>(List.of("system", "user", "assistant", "tool"));

    private final PromptDraft draft;
    private final DashScopeContent content;
    private final ChatFields shared;

    public DashScopeReader(PromptDraft draft) {
        this.draft = draft;
        this.content = new DashScopeContent(draft);
        this.shared = new ChatFields(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(body.at("model").textOrNull());
        JsonCursor input = body.at("input").object();
        history(input.at("history"));
        JsonCursor prompt = input.at("prompt");
        if (prompt.present()) {
            draft.message(prompt, "user", List.of(Part.Text.of(prompt.pointer(), prompt.text())));
        }
        JsonCursor messages = input.at("messages");
        if (!prompt.present() && !messages.present()) {
            throw messages.wrongType("an array of messages (or a prompt)");
        }
        messages.items().forEach(this::message);
        parameters(body.at("parameters"));
    }

    /** The legacy pairs of question and answer. */
    private void history(JsonCursor history) {
        for (JsonCursor pair : history.items()) {
            for (String side : List.of("user", "bot")) {
                JsonCursor text = pair.object().at(side);
                if (text.present()) {
                    draft.message(
                            text,
                            side.equals("bot") ? "assistant" : side,
                            List.of(Part.Text.of(text.pointer(), text.text())));
                }
            }
        }
    }

    private void message(JsonCursor message) {
        String role = draft.role(message.object(), ROLES);
        List<Part> parts = new ArrayList<>();
        ChatFields.reasoning(message, parts);
        List<Part> said = content.read(message.at("content"));
        if (role.equals("tool")) {
            parts.add(new Part.ToolResult(message.pointer(), null, said));
        } else {
            parts.addAll(said);
        }
        shared.calls(message, parts);
        draft.message(message, role, message.at("name").textOrNull(), parts);
    }

    private void parameters(JsonCursor parameters) {
        if (!parameters.present()) {
            return;
        }
        shared.tools(parameters.object());
        draft.cap(parameters, "max_completion_tokens", "max_tokens");
        draft.replies(parameters.at("n"));
        draft.wishes(ReplyWishesReader.openAiChat(parameters, null));
        shared.replySchema(parameters.at("response_format"));
        ThinkingSwitches.read(parameters, draft);
        shared.highResolution(parameters);
    }
}
