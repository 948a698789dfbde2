package smeta.prompt.responses;

import smeta.prompt.Part;
import smeta.prompt.openai.OpenAiTools;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;
import smeta.prompt.reading.ReplyWishesReader;

/** OpenAI Responses, and Google's Interactions, whose input is of the same form. API reference: platform.openai.com/docs/api-reference/responses, 2026-11. */
public final class ResponsesReader implements DialectReader {
    private final PromptDraft draft;
    private final ResponsesItems items;
    private final OpenAiTools tools;

    public ResponsesReader(PromptDraft draft) {
        this.draft = draft;
        this.items = new ResponsesItems(draft);
        this.tools = new OpenAiTools(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(body.at("model").textOrNull());
        draft.cache().options(body.at("prompt_cache_options"));
        instructions(body.either("instructions", "system_instruction"));
        items.read(body.at("input"));
        tools.read(body.at("tools"));
        tools.choice(body.at("tool_choice"));
        JsonCursor config = body.at("generation_config");
        draft.cap(body.at("max_output_tokens"), config.at("max_output_tokens"));
        draft.serviceTier(body.at("service_tier").textOrNull());
        draft.wishes(ReplyWishesReader.responses(body));
        JsonCursor effort = body.at("reasoning").at("effort");
        draft.thinking(effort.present() ? Boolean.valueOf(!effort.text().equals("none")) : null, null);
        switch (body.at("reasoning").at("context").textOr("auto")) {
            case "all_turns" -> draft.keepsReasoning(true);
            case "current_turn" -> draft.keepsReasoning(false);
            default -> draft.keepsReasoning(null);
        }
        if ("auto".equals(body.at("truncation").textOrNull())) {
            draft.remarks().vendorTruncates(body.at("truncation"), "drops items from its beginning");
        }
        for (JsonCursor edit : body.at("context_management").items()) {
            draft.remarks().vendorTruncates(edit, "writes a summary of its earlier parts");
            Long tokens = edit.object().at("compact_threshold").whole();
            draft.summaryFrom(tokens == null ? 0 : tokens);
        }
        JsonCursor format = body.at("text").at("format");
        JsonCursor schema = format.at("schema");
        if (schema.present()) {
            draft.replySchema(schema.object(), format.at("description"));
        }
        elsewhere(body);
    }

    private void instructions(JsonCursor instructions) {
        if (instructions.isText()) {
            draft.message(
                    instructions,
                    "system",
                    java.util.List.of(Part.Text.of(instructions.pointer(), instructions.text())));
        } else if (instructions.present()) {
            items.read(instructions);
        }
    }

    /** What OpenAI keeps and adds to the prompt. */
    private void elsewhere(JsonCursor body) {
        draft.remarks().unseenIfPresent(body.at("previous_response_id"), "an earlier response");
        draft.remarks().unseenIfPresent(body.at("conversation"), "a conversation");
        JsonCursor prompt = body.at("prompt");
        if (prompt.present()) {
            draft.remarks().unseen(prompt, "a stored prompt");
            items.variables(prompt.object().at("variables"));
        }
    }
}
