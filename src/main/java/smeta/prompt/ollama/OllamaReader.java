package smeta.prompt.ollama;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import smeta.prompt.Part;
import smeta.prompt.openai.ChatFields;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;

/** Ollama's {@code /api/chat} and {@code /api/generate}. Reference: github.com/ollama/ollama, docs/api.md, 2026-11. */
public final class OllamaReader implements DialectReader {
    private static final Set<String> ROLES = new LinkedHashSet<>(List.of("system", "user", "assistant", "tool"));

    private final PromptDraft draft;
    private final ChatFields shared;
    private final MediaParts media;

    public OllamaReader(PromptDraft draft) {
        this.draft = draft;
        this.shared = new ChatFields(draft);
        this.media = new MediaParts(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(body.at("model").textOrNull());
        if (body.has("messages")) {
            shared.tools(body);
            body.at("messages").items().forEach(this::message);
        } else {
            generate(body);
        }
        JsonCursor cap = body.at("options").at("num_predict");
        // below 0: until the model stops, or the context is full
        BigDecimal said = cap.present() ? cap.number() : null;
        draft.maxOutput(said != null && said.signum() < 0 ? null : cap.whole());
        JsonCursor window = body.at("options").at("num_ctx");
        if (window.present() && !Boolean.FALSE.equals(body.at("truncate").flag())) {
            draft.remarks().vendorTruncates(window, "drops its earlier messages");
        }
        JsonCursor think = body.at("think");
        draft.thinking(
                think.present()
                        ? Boolean.valueOf(
                                !think.node().isBoolean() || think.node().booleanValue())
                        : null,
                null);
        JsonCursor format = body.at("format");
        draft.replySchema(format.node().isObject() ? format.plain() : null);
    }

    private void message(JsonCursor message) {
        String role = draft.role(message.object(), ROLES);
        List<Part> parts = new ArrayList<>();
        JsonCursor thought = message.at("thinking");
        if (thought.present()) {
            parts.add(new Part.Text(thought.pointer(), thought.text(), Part.Text.Kind.REASONING));
        }
        List<Part> said = new ArrayList<>();
        text(message.at("content"), said);
        images(message.at("images"), said);
        if (role.equals("tool")) {
            parts.add(new Part.ToolResult(
                    message.pointer(), message.at("tool_name").textOrNull(), said));
        } else {
            parts.addAll(said);
        }
        shared.calls(message, parts);
        draft.message(message, role, parts);
    }

    private void generate(JsonCursor body) {
        JsonCursor system = body.at("system");
        if (system.present()) {
            draft.message(system, "system", List.of(Part.Text.of(system.pointer(), system.text())));
        }
        List<Part> parts = new ArrayList<>();
        JsonCursor context = body.at("context");
        if (context.present()) {
            parts.add(new Part.Tokens(context.pointer(), context.items().size()));
        }
        text(body.at("prompt"), parts);
        text(body.at("suffix"), parts);
        text(body.at("template"), parts);
        images(body.at("images"), parts);
        draft.message(body.at("prompt"), "user", parts);
    }

    private static void text(JsonCursor place, List<Part> parts) {
        if (place.present() && !place.text().isEmpty()) {
            parts.add(Part.Text.of(place.pointer(), place.text()));
        }
    }

    private void images(JsonCursor images, List<Part> parts) {
        for (JsonCursor image : images.items()) {
            parts.add(media.image(image, MediaSource.base64(image, null), null));
        }
    }
}
