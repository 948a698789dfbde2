package smeta.prompt.openai;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Part;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;
import smeta.prompt.reading.ReplyWishesReader;

/**
 * OpenAI Chat Completions, and whoever speaks it; with the additions of OpenRouter, DashScope's compatible mode,
 * DeepSeek, Mistral and vLLM that cost tokens. API reference: platform.openai.com/docs/api-reference/chat, 2026-11.
 */
public final class OpenAiChatReader implements DialectReader {
    private static final Set<String> ROLES =
            new LinkedHashSet<>(List.of("system", "developer", "user", "assistant", "tool", "function"));

    private static final String SAFE_PROMPT = "Always assist with care, respect, and truth. Respond with utmost utility"
            + " yet securely. Avoid harmful, unethical, prejudiced, or negative content. Ensure replies promote fairness"
            + " and positivity.";

    private final PromptDraft draft;
    private final OpenAiContent content;
    private final ChatFields fields;
    /** What the vendor puts before the first message. */
    private final List<Part> before = new ArrayList<>();

    public OpenAiChatReader(PromptDraft draft) {
        this.draft = draft;
        this.content = new OpenAiContent(draft);
        this.fields = new ChatFields(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(body.at("model").textOrNull());
        draft.cache().options(body.at("prompt_cache_options"));
        safePrompt(body.at("safe_prompt"));
        messages(body.at("messages"));
        fields.tools(body);
        draft.cap(body, "max_completion_tokens", "max_tokens");
        draft.replies(body.at("n"));
        draft.serviceTier(body.at("service_tier").textOrNull());
        draft.wishes(ReplyWishesReader.openAiChat(body, prediction(body.at("prediction"))));
        fields.replySchema(body.at("response_format"));
        ThinkingSwitches.read(body, draft);
        fields.highResolution(body);
        draft.remarks().unseenIfPresent(body.at("plugins"), "plugins");
        draft.remarks().otherModels(body.at("models"), body.at("model").textOrNull());
        OpenRouterProviders.read(body.at("provider"), draft.remarks());
        for (JsonCursor transform : body.at("transforms").items()) {
            draft.remarks().vendorTruncates(transform, "leaves out its middle");
        }
        draft.cache().control(body, false);
    }

    /** Mistral's, as its documents print it: docs.mistral.ai/capabilities/guardrailing, 2025. */
    private void safePrompt(JsonCursor asked) {
        if (Boolean.TRUE.equals(asked.flag())) {
            before.add(new Part.Text(asked.pointer(), SAFE_PROMPT, Part.Text.Kind.ATTACHED));
        }
    }

    private @Nullable String prediction(JsonCursor prediction) {
        if (!prediction.present()) {
            return null;
        }
        return content.read(prediction.object().at("content")).stream()
                .map(part -> part instanceof Part.Text text ? text.text() : "")
                .collect(Collectors.joining());
    }

    private void messages(JsonCursor messages) {
        if (!messages.node().isArray()) {
            throw messages.wrongType("an array of messages");
        }
        messages.items().forEach(this::message);
    }

    private void message(JsonCursor message) {
        String role = draft.role(message.object(), ROLES);
        List<Part> parts = new ArrayList<>(before);
        before.clear();
        ChatFields.reasoning(message, parts);
        List<Part> said = content.read(message.at("content"));
        if (role.equals("tool") || role.equals("function")) {
            parts.add(new Part.ToolResult(message.pointer(), null, said));
        } else {
            parts.addAll(said);
        }
        JsonCursor refusal = message.at("refusal");
        if (refusal.present()) {
            parts.add(new Part.Text(refusal.pointer(), refusal.text(), Part.Text.Kind.REFUSAL));
        }
        fields.calls(message, parts);
        draft.remarks().unseenIfPresent(message.at("audio"), "an earlier spoken reply");
        draft.remarks().unseenIfPresent(message.at("attachments"), "attached files");
        draft.message(message, role, message.at("name").textOrNull(), parts);
        draft.cache().control(message, false);
    }
}
