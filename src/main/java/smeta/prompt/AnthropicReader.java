package smeta.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Anthropic Messages. API reference: platform.claude.com/docs/en/api/messages, 2026-11. */
final class AnthropicReader {
    private static final Set<String> ROLES = new LinkedHashSet<>(List.of("user", "assistant", "system"));

    private final Draft draft;
    private final AnthropicContent content;
    private final AnthropicTools tools;

    AnthropicReader(Draft draft) {
        this.draft = draft;
        this.content = new AnthropicContent(draft);
        this.tools = new AnthropicTools(draft);
    }

    void read(Place body) {
        draft.model = body.at("model").textOrNull();
        tools.read(body.at("tools"));
        tools.choice(body.at("tool_choice"));
        Place system = body.at("system");
        if (system.present()) {
            draft.message(system, "system", content.read(system));
        }
        messages(body.at("messages"));
        draft.cap(body, "max_tokens");
        draft.serviceTier = body.at("service_tier").textOrNull();
        replySchema(body);
        thinking(body.at("thinking"));
        elsewhere(body);
        draft.cacheControl(body, false);
    }

    private void messages(Place messages) {
        if (!messages.node().isArray()) {
            throw messages.wrongType("an array of messages");
        }
        for (Place message : messages.items()) {
            String role = draft.role(message.object(), ROLES);
            if (!message.has("content")) {
                throw message.at("content").wrongType("a string or an array of blocks");
            }
            draft.message(message, role, new ArrayList<>(content.read(message.at("content"))));
        }
    }

    private void replySchema(Place body) {
        Place format = body.has("output_format") ? body.at("output_format") : body.at("output_config").at("format");
        Place schema = format.at("schema");
        draft.replySchema = schema.present() ? schema.object().plain() : null;
    }

    /** {@code adaptive} leaves it to the model, so it may think. */
    private void thinking(Place thinking) {
        if (thinking.present()) {
            draft.thinking = !thinking.object().at("type").text().equals("disabled");
            draft.thinkingBudget = thinking.at("budget_tokens").whole();
        }
    }

    private void elsewhere(Place body) {
        for (Place server : body.at("mcp_servers").items()) {
            draft.unseen(server, "the tools of an MCP server");
        }
        draft.unseenIfPresent(body.at("container"), "a container with its files and skills");
        if ("fast".equals(body.at("speed").textOrNull())) {
            draft.remark(
                    "speed",
                    body.at("speed"),
                    "The fast mode is billed at rates of its own, which are not applied here.");
        }
    }
}
