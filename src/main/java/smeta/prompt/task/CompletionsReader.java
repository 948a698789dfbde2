package smeta.prompt.task;

import java.util.ArrayList;
import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/**
 * OpenAI's legacy completions and whoever speaks them, fill-in-the-middle included: {@code prompt} is a string, strings,
 * tokens or lists of them, each a prompt of its own with {@code n} replies. Reference:
 * platform.openai.com/docs/api-reference/completions, 2026-11.
 */
public final class CompletionsReader implements DialectReader {
    private final PromptDraft draft;

    public CompletionsReader(PromptDraft draft) {
        this.draft = draft;
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(ModelNames.read(body));
        draft.serviceTier(body.at("service_tier").textOrNull());
        draft.cap(body, "max_tokens", "max_completion_tokens");
        JsonCursor prompt = body.at("prompt");
        List<JsonCursor> prompts =
                prompt.node().isArray() && !prompt.node().path(0).isNumber() ? prompt.items() : List.of(prompt);
        for (JsonCursor each : prompts) {
            List<Part> parts = new ArrayList<>();
            parts.add(
                    each.node().isArray() ? EmbeddingsReader.tokens(each) : Part.Text.of(each.pointer(), each.text()));
            JsonCursor suffix = body.at("suffix");
            if (suffix.present()) {
                parts.add(Part.Text.of(suffix.pointer(), suffix.text()));
            }
            draft.message(each, "user", parts);
        }
        // of the best of so many all are billed
        Long n = body.at("n").whole();
        Long best = body.at("best_of").whole();
        draft.replies(best != null && (n == null || best > n) ? body.at("best_of") : body.at("n"), prompts.size());
    }
}
