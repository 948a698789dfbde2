package smeta.prompt.task;

import java.util.ArrayList;
import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/**
 * Text to speech: OpenAI's {@code input} with {@code instructions}, DashScope's {@code input.text}. References of
 * 2026-11.
 */
public final class SpeechReader implements DialectReader {
    private final PromptDraft draft;

    public SpeechReader(PromptDraft draft) {
        this.draft = draft;
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(ModelNames.read(body));
        JsonCursor input = body.at("input");
        JsonCursor text = input.node().isObject() ? input.at("text") : input;
        List<Part> parts = new ArrayList<>();
        JsonCursor instructions = body.at("instructions");
        if (instructions.present()) {
            parts.add(Part.Text.of(instructions.pointer(), instructions.text()));
        }
        parts.add(Part.Text.of(text.pointer(), text.text()));
        draft.message(text, "user", parts);
    }
}
