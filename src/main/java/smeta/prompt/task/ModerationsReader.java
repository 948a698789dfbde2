package smeta.prompt.task;

import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.openai.OpenAiContent;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/** OpenAI's and Mistral's moderations: {@code input} is a string, strings, or parts as in Chat Completions. */
public final class ModerationsReader implements DialectReader {
    private final PromptDraft draft;
    private final OpenAiContent content;

    public ModerationsReader(PromptDraft draft) {
        this.draft = draft;
        this.content = new OpenAiContent(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(ModelNames.read(body));
        JsonCursor input = body.at("input");
        if (input.isText()) {
            draft.message(input, "user", List.of(Part.Text.of(input.pointer(), input.text())));
            return;
        }
        if (!input.node().isArray()) {
            throw input.wrongType("a string or an array");
        }
        draft.message(input, "user", content.read(input));
    }
}
