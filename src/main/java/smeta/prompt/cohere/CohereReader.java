package smeta.prompt.cohere;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import smeta.prompt.Part;
import smeta.prompt.Tool;
import smeta.prompt.openai.ChatFields;
import smeta.prompt.openai.OpenAiContent;
import smeta.prompt.reading.ContentParts;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/**
 * Cohere's chat: version 1 with {@code message} and {@code chat_history}, version 2 with {@code messages}. Reference:
 * docs.cohere.com/reference/chat and chat-v1, 2026-11.
 */
public final class CohereReader implements DialectReader {
    private static final Set<String> ROLES =
            new LinkedHashSet<>(List.of("system", "developer", "user", "chatbot", "assistant", "tool"));

    private final PromptDraft draft;
    private final OpenAiContent content;
    private final ChatFields shared;

    public CohereReader(PromptDraft draft) {
        this.draft = draft;
        this.content = new OpenAiContent(draft);
        this.shared = new ChatFields(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(body.at("model").textOrNull());
        if (body.has("messages")) {
            shared.tools(body);
            body.at("messages").items().forEach(this::message);
            JsonCursor format = body.at("response_format").either("json_schema", "schema");
            draft.replySchema(format.present() ? format.object().plain() : null);
        } else {
            first(body);
        }
        documents(body.at("documents"));
        draft.cap(body, "max_tokens");
        if (body.at("prompt_truncation").textOr("OFF").startsWith("AUTO")) {
            draft.remarks().vendorTruncates(body.at("prompt_truncation"), "drops earlier turns and documents");
        }
        JsonCursor thinking = body.at("thinking").at("type");
        draft.thinking(
                thinking.present() ? Boolean.valueOf(!thinking.text().equals("disabled")) : null,
                body.at("thinking").at("token_budget").whole());
    }

    private void message(JsonCursor message) {
        String role = draft.role(message.object(), ROLES);
        List<Part> parts = new ArrayList<>();
        text(message.at("tool_plan"), parts);
        List<Part> said = ContentParts.read(message.at("content"), "blocks", this::block);
        if (role.equals("tool")) {
            parts.add(new Part.ToolResult(message.pointer(), null, said));
        } else {
            parts.addAll(said);
        }
        shared.calls(message, parts);
        draft.message(message, role, parts);
    }

    private void block(JsonCursor block, List<Part> parts) {
        if (block.node().isObject() && "document".equals(block.at("type").textOrNull())) {
            document(block.at("document"), parts);
        } else {
            content.part(block, parts);
        }
    }

    /** Version 1. */
    private void first(JsonCursor body) {
        message(body.at("preamble"), "system");
        for (JsonCursor turn : body.at("chat_history").items()) {
            String role = turn.object().at("role").textOr("user").toLowerCase(Locale.ROOT);
            List<Part> parts = new ArrayList<>();
            text(turn.at("message"), parts);
            calls(turn.at("tool_calls"), parts);
            results(turn.at("tool_results"), parts);
            draft.message(turn, role.equals("chatbot") ? "assistant" : role, parts);
        }
        for (JsonCursor tool : body.at("tools").items()) {
            draft.tool(new Tool(
                    tool.pointer(),
                    "function",
                    tool.object().at("name").text(),
                    tool.at("description").textOrNull(),
                    tool.at("parameter_definitions").plain(),
                    tool.plain()));
        }
        for (JsonCursor connector : body.at("connectors").items()) {
            String id = connector.object().at("id").textOr("connector");
            draft.tool(new Tool(
                    connector.pointer(),
                    id.equals("web-search") ? "web_search" : id,
                    id,
                    null,
                    null,
                    connector.plain()));
        }
        List<Part> results = new ArrayList<>();
        results(body.at("tool_results"), results);
        if (!results.isEmpty()) {
            draft.message(body.at("tool_results"), "tool", results);
        }
        message(body.at("message"), "user");
    }

    private void message(JsonCursor place, String role) {
        if (place.present()) {
            draft.message(place, role, List.of(Part.Text.of(place.pointer(), place.text())));
        }
    }

    private static void calls(JsonCursor calls, List<Part> parts) {
        calls.items().forEach(call -> parts.add(call(call)));
    }

    private static Part call(JsonCursor call) {
        return new Part.ToolCall(
                call.pointer(),
                call.object().at("name").text(),
                call.at("parameters").json());
    }

    private static void results(JsonCursor results, List<Part> parts) {
        for (JsonCursor result : results.items()) {
            List<Part> inside = new ArrayList<>();
            result.object()
                    .at("outputs")
                    .items()
                    .forEach(output -> inside.add(Part.Text.of(output.pointer(), output.json())));
            if (result.has("call")) {
                parts.add(call(result.at("call")));
            }
            parts.add(new Part.ToolResult(result.pointer(), null, inside));
        }
    }

    /** Texts that the model is to answer from; they are part of the prompt. */
    private void documents(JsonCursor documents) {
        List<Part> parts = new ArrayList<>();
        documents.items().forEach(document -> document(document, parts));
        if (!parts.isEmpty()) {
            draft.message(documents, "system", parts);
        }
    }

    private static void document(JsonCursor document, List<Part> parts) {
        parts.add(Part.Text.of(
                document.pointer(),
                document.isText() ? document.text() : document.plain().toString()));
    }

    private static void text(JsonCursor place, List<Part> parts) {
        if (place.present()) {
            parts.add(Part.Text.of(place.pointer(), place.text()));
        }
    }
}
