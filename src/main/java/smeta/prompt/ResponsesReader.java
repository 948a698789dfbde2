package smeta.prompt;

/** OpenAI Responses. API reference: platform.openai.com/docs/api-reference/responses, 2026-11. */
final class ResponsesReader {
    private final Draft draft;
    private final ResponsesItems items;
    private final OpenAiTools tools;

    ResponsesReader(Draft draft) {
        this.draft = draft;
        this.items = new ResponsesItems(draft);
        this.tools = new OpenAiTools(draft);
    }

    void read(Place body) {
        draft.model = body.at("model").textOrNull();
        instructions(body.at("instructions"));
        items.read(body.at("input"));
        tools.read(body.at("tools"));
        tools.choice(body.at("tool_choice"));
        draft.cap(body, "max_output_tokens");
        draft.serviceTier = body.at("service_tier").textOrNull();
        Place effort = body.at("reasoning").at("effort");
        draft.thinking = effort.present() ? !effort.text().equals("none") : null;
        Place format = body.at("text").at("format");
        Place schema = format.at("schema");
        draft.replySchema = schema.present() ? schema.object().plain() : null;
        elsewhere(body);
    }

    private void instructions(Place instructions) {
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
    private void elsewhere(Place body) {
        draft.unseenIfPresent(body.at("previous_response_id"), "an earlier response");
        draft.unseenIfPresent(body.at("conversation"), "a conversation");
        Place prompt = body.at("prompt");
        if (prompt.present()) {
            draft.unseen(prompt, "a stored prompt");
            items.variables(prompt.object().at("variables"));
        }
    }
}
