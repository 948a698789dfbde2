package smeta.prompt.yandex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import smeta.prompt.Part;
import smeta.prompt.Prompt.ToolChoice;
import smeta.prompt.Prompt.ToolChoice.Mode;
import smeta.prompt.openai.OpenAiTools;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/**
 * Yandex AI Studio, {@code POST /foundationModels/v1/completion}: {@code modelUri}, {@code completionOptions}, messages
 * with their text beside the role; whole numbers may be strings. Reference: yandex.cloud/docs/foundation-models,
 * TextGeneration.Completion, 2026-11.
 */
public final class YandexReader implements DialectReader {
    private static final Set<String> ROLES = new LinkedHashSet<>(List.of("system", "user", "assistant"));

    private final PromptDraft draft;

    public YandexReader(PromptDraft draft) {
        this.draft = draft;
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(body.at("modelUri").textOrNull());
        JsonCursor options = body.at("completionOptions");
        draft.maxOutput(options.at("maxTokens").wholeOrText());
        JsonCursor reasoning = options.at("reasoningOptions").at("mode");
        draft.thinking(reasoning.present() ? Boolean.valueOf(!reasoning.text().endsWith("DISABLED")) : null, null);
        for (JsonCursor tool : body.at("tools").items()) {
            JsonCursor function = tool.object().at("function");
            draft.tool(OpenAiTools.function(tool, function.object()));
        }
        choice(body.at("toolChoice"));
        JsonCursor schema = body.at("jsonSchema").at("schema");
        draft.replySchema(schema.present() ? schema.plain() : null);
        JsonCursor messages = body.at("messages");
        if (!messages.node().isArray()) {
            throw messages.wrongType("an array of messages");
        }
        messages.items().forEach(this::message);
    }

    private void message(JsonCursor message) {
        List<Part> parts = new ArrayList<>();
        String role = draft.role(message.object(), ROLES);
        JsonCursor text = message.at("text");
        if (text.present()) {
            parts.add(Part.Text.of(text.pointer(), text.text()));
        }
        for (JsonCursor call : message.at("toolCallList").at("toolCalls").items()) {
            JsonCursor function = call.at("functionCall").object();
            parts.add(new Part.ToolCall(
                    call.pointer(),
                    function.at("name").text(),
                    function.at("arguments").json()));
        }
        for (JsonCursor result : message.at("toolResultList").at("toolResults").items()) {
            JsonCursor function = result.at("functionResult").object();
            JsonCursor content = function.at("content");
            parts.add(new Part.ToolResult(
                    result.pointer(),
                    function.at("name").textOrNull(),
                    List.of(Part.Text.of(content.pointer(), content.textOr("")))));
        }
        draft.message(message, role, parts);
    }

    private void choice(JsonCursor choice) {
        if (choice.has("functionName")) {
            draft.toolChoice(
                    new ToolChoice(Mode.NAMED, choice.at("functionName").text()));
        } else if (choice.has("mode")) {
            draft.toolChoice(
                    switch (choice.at("mode").text()) {
                        case "NONE" -> new ToolChoice(Mode.NONE, null);
                        case "REQUIRED" -> new ToolChoice(Mode.REQUIRED, null);
                        default -> ToolChoice.AUTO;
                    });
        }
    }
}
