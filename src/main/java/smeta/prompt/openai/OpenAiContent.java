package smeta.prompt.openai;

import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.reading.ContentParts;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;

/**
 * The content of a Chat Completions message: a string, or a list of parts. Besides OpenAI's own parts it knows those
 * that the compatible interfaces of Qwen (video, frames), vLLM (audio_url) and Mistral (thinking, document_url) add.
 */
public final class OpenAiContent {
    private static final String KNOWN =
            "text, refusal, image_url, input_audio, file, video_url, video, audio_url, document_url, thinking";

    private final PromptDraft draft;
    private final MediaParts media;

    public OpenAiContent(PromptDraft draft) {
        this.draft = draft;
        this.media = new MediaParts(draft);
    }

    /** Nothing for {@code null}. */
    public List<Part> read(JsonCursor content) {
        return ContentParts.read(content, "parts", this::part);
    }

    /** Adds the parts of one item of a list. */
    public void part(JsonCursor item, List<Part> parts) {
        if (item.isText()) {
            parts.add(Part.Text.of(item.pointer(), item.text()));
            return;
        }
        String type = item.object().at("type").text();
        switch (type) {
            case "text" ->
                parts.add(Part.Text.of(item.pointer(), item.at("text").text()));
            case "refusal" ->
                parts.add(new Part.Text(item.pointer(), item.at("refusal").text(), Part.Text.Kind.REFUSAL));
            case "image_url" -> parts.add(image(item));
            case "input_audio" -> parts.add(sound(item));
            case "file" -> parts.add(file(item));
            case "video_url", "video" -> parts.add(media.film(item, url(item.at(type))));
            case "audio_url" -> parts.add(media.audio(item, MediaSource.address(url(item.at(type)))));
            case "document_url" ->
                parts.add(media.document(
                        item,
                        MediaSource.address(url(item.at(type))),
                        item.at("document_name").textOrNull(),
                        null));
            case "thinking" -> thought(item.at("thinking"), parts);
            default -> draft.remarks().unknownPart(item, KNOWN);
        }
        draft.cache().control(item, false);
        draft.cache().breakpoint(item);
    }

    private Part image(JsonCursor item) {
        JsonCursor image = item.at("image_url");
        String detail = image.isText()
                ? item.at("detail").textOrNull()
                : image.object().at("detail").textOrNull();
        return media.image(item, MediaSource.address(url(image)), detail);
    }

    private Part sound(JsonCursor item) {
        if (item.at("input_audio").isText() || item.at("input_audio").node().isPojo()) {
            return media.audio(item, MediaSource.address(item.at("input_audio")));
        }
        JsonCursor audio = item.at("input_audio").object();
        String format = audio.at("format").textOrNull();
        JsonCursor data = audio.at("data");
        return media.audio(
                item, format == null ? MediaSource.address(data) : MediaSource.base64(data, "audio/" + format));
    }

    private Part file(JsonCursor item) {
        JsonCursor file = item.at("file").object();
        String title = file.at("filename").textOrNull();
        if (file.has("file_data")) {
            return media.document(
                    item,
                    MediaSource.address(file.at("file_data")),
                    title,
                    file.at("detail").textOrNull());
        }
        if (!file.has("file_id")) {
            throw file.unsupported("missing_field", "A file needs file_data or file_id.", "add one of the two");
        }
        return media.document(
                item, MediaSource.FILE_ID, title, file.at("detail").textOrNull());
    }

    private void thought(JsonCursor thinking, List<Part> parts) {
        if (thinking.isText()) {
            parts.add(new Part.Text(thinking.pointer(), thinking.text(), Part.Text.Kind.REASONING));
            return;
        }
        for (JsonCursor piece : thinking.items()) {
            parts.add(new Part.Text(piece.pointer(), piece.at("text").text(), Part.Text.Kind.REASONING));
        }
    }

    /** Where OpenAI has {@code {"url": …}}, others have the address itself. */
    private static JsonCursor url(JsonCursor place) {
        return place.isText() || place.node().isArray() ? place : place.object().at("url");
    }
}
