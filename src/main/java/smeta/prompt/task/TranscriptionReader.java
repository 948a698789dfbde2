package smeta.prompt.task;

import java.util.ArrayList;
import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;

/**
 * OpenAI's transcriptions and translations (a form, or the same fields in JSON): {@code file} is measured, {@code
 * prompt} and {@code keywords} are read before it. Without bytes the length is the caller's to say.
 */
public final class TranscriptionReader implements DialectReader {
    private final PromptDraft draft;
    private final MediaParts media;

    public TranscriptionReader(PromptDraft draft) {
        this.draft = draft;
        this.media = new MediaParts(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(ModelNames.read(body));
        List<Part> parts = new ArrayList<>();
        JsonCursor prompt = body.at("prompt");
        if (prompt.present()) {
            parts.add(Part.Text.of(prompt.pointer(), prompt.text()));
        }
        JsonCursor keywords = body.either("keywords", "keywords[]");
        for (JsonCursor word : keywords.isText() ? List.of(keywords) : keywords.items()) {
            parts.add(Part.Text.of(word.pointer(), word.text()));
        }
        JsonCursor file = body.either("file", "file_url", "url", "audio");
        parts.add(
                file.isText()
                        ? media.audio(file, MediaSource.address(file))
                        : new Part.Audio(file.pointer(), null, Part.Origin.FILE_ID));
        draft.message(file, "user", parts);
    }
}
