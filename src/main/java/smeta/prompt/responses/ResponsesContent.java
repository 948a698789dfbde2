package smeta.prompt.responses;

import java.util.ArrayList;
import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.Part.Text.Kind;
import smeta.prompt.reading.ContentParts;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;

/** The content of a Responses item: a string, or a list of parts. */
final class ResponsesContent {
    private static final String KNOWN =
            "input_text, output_text, text, refusal, summary_text, reasoning_text, input_image, "
                    + "input_file, input_audio, computer_screenshot";

    private final PromptDraft draft;
    private final MediaParts media;

    ResponsesContent(PromptDraft draft) {
        this.draft = draft;
        this.media = new MediaParts(draft);
    }

    List<Part> read(JsonCursor content) {
        if (content.node().isObject()) {
            List<Part> parts = new ArrayList<>();
            part(content, parts);
            return parts;
        }
        return ContentParts.read(content, "parts", this::part);
    }

    private void part(JsonCursor item, List<Part> parts) {
        String type = item.object().at("type").text();
        switch (type) {
            case "input_text", "output_text", "text" ->
                parts.add(Part.Text.of(item.pointer(), item.at("text").text()));
            case "refusal" ->
                parts.add(new Part.Text(item.pointer(), item.at("refusal").text(), Kind.REFUSAL));
            case "summary_text", "reasoning_text" ->
                parts.add(new Part.Text(item.pointer(), item.at("text").text(), Kind.REASONING));
            case "input_image", "computer_screenshot" ->
                parts.add(media.image(
                        item,
                        source(item, "image_url", "image_url"),
                        item.at("detail").textOrNull()));
            case "input_file" ->
                parts.add(media.document(
                        item,
                        source(item, "file_data", "file_url"),
                        item.at("filename").textOrNull(),
                        item.at("detail").textOrNull()));
            case "input_audio" -> parts.add(sound(item));
            default -> draft.remarks().unknownPart(item, KNOWN);
        }
        draft.cache().breakpoint(item);
    }

    private Part sound(JsonCursor item) {
        JsonCursor audio =
                item.at("input_audio").present() ? item.at("input_audio").object() : item;
        String format = audio.at("format").textOrNull();
        return media.audio(
                item,
                format == null
                        ? MediaSource.address(audio.at("data"))
                        : MediaSource.base64(audio.at("data"), "audio/" + format));
    }

    private static MediaSource source(JsonCursor item, String dataName, String urlName) {
        if (item.has(dataName)) {
            return MediaSource.address(item.at(dataName));
        }
        if (item.has(urlName)) {
            return MediaSource.URL;
        }
        if (item.has("file_id")) {
            return MediaSource.FILE_ID;
        }
        throw item.unsupported(
                "missing_field", "One of " + dataName + ", " + urlName + " and file_id is needed.", "add one of them");
    }
}
