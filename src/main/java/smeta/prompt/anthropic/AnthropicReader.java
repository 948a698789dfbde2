package smeta.prompt.anthropic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/** Anthropic Messages. API reference: platform.claude.com/docs/en/api/messages, 2026-11. */
public final class AnthropicReader implements DialectReader {
    /** platform.claude.com/docs/en/build-with-claude/compaction, 2026-11: the trigger where none is sent. */
    private static final long COMPACTED_FROM = 150_000;

    private static final Set<String> ROLES = new LinkedHashSet<>(List.of("user", "assistant", "system"));

    private final PromptDraft draft;
    private final AnthropicContent content;
    private final AnthropicTools tools;

    public AnthropicReader(PromptDraft draft) {
        this.draft = draft;
        this.content = new AnthropicContent(draft);
        this.tools = new AnthropicTools(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(body.at("model").textOrNull());
        tools.read(body.at("tools"));
        tools.choice(body.at("tool_choice"));
        JsonCursor system = body.at("system");
        if (system.present()) {
            draft.message(system, "system", content.read(system));
        }
        messages(body.at("messages"));
        draft.cap(body, "max_tokens");
        String speed = body.at("speed").textOrNull();
        draft.serviceTier("fast".equals(speed) ? speed : body.at("service_tier").textOrNull());
        draft.place(body.at("inference_geo").textOrNull());
        replySchema(body);
        thinking(body.at("thinking"));
        elsewhere(body);
        draft.cache().control(body, false);
    }

    private void messages(JsonCursor messages) {
        if (!messages.node().isArray()) {
            throw messages.wrongType("an array of messages");
        }
        for (JsonCursor message : messages.items()) {
            String role = draft.role(message.object(), ROLES);
            if (!message.has("content")) {
                throw message.at("content").wrongType("a string or an array of blocks");
            }
            draft.message(message, role, new ArrayList<>(content.read(message.at("content"))));
        }
    }

    private void replySchema(JsonCursor body) {
        JsonCursor format = body.has("output_format")
                ? body.at("output_format")
                : body.at("output_config").at("format");
        JsonCursor schema = format.at("schema");
        draft.replySchema(schema.present() ? schema.object().plain() : null);
    }

    /** {@code adaptive} leaves it to the model, so it may think. */
    private void thinking(JsonCursor thinking) {
        if (thinking.present()) {
            draft.thinking(
                    !thinking.object().at("type").text().equals("disabled"),
                    thinking.at("budget_tokens").whole());
        }
    }

    /** Edits that the vendor makes to the conversation before the model reads it. */
    private void edits(JsonCursor edits) {
        for (JsonCursor edit : edits.items()) {
            boolean all =
                    edit.object().at("keep").isText() && edit.at("keep").text().equals("all");
            String type = edit.at("type").textOr("");
            if (all && type.startsWith("clear_thinking")) {
                draft.keepsReasoning(true);
                continue;
            }
            draft.remarks().vendorTruncates(edit, "clears or shortens its earlier parts before the model reads it");
            if (!type.startsWith("clear_")) {
                compaction(edit, type);
            }
        }
    }

    /** A summary is written by a call of its own, which is billed besides; so may be an edit that nobody knows here. */
    private void compaction(JsonCursor edit, String type) {
        edit.at("instructions").skip();
        JsonCursor trigger = edit.at("trigger");
        Long tokens = "input_tokens".equals(trigger.at("type").textOrNull())
                ? trigger.at("value").whole()
                : null;
        boolean byDefault = type.startsWith("compact_") && !trigger.present();
        draft.summaryFrom(tokens != null ? tokens : byDefault ? COMPACTED_FROM : 0);
    }

    private void elsewhere(JsonCursor body) {
        edits(body.at("context_management").at("edits"));
        draft.remarks().otherModels(body.at("fallbacks"), body.at("model").textOrNull());
        JsonCursor budget = body.at("output_config").at("task_budget");
        if (budget.present()) {
            draft.remarks().vendorText(budget, "a task's budget, which doesn't cap the reply");
        }
        for (JsonCursor server : body.at("mcp_servers").items()) {
            draft.remarks().unseen(server, "the tools of an MCP server");
        }
        draft.remarks().unseenIfPresent(body.at("container"), "a container with its files and skills");
    }
}
