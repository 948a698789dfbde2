package smeta.prompt.bedrock;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Part;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;
import smeta.prompt.reading.ReasoningParts;

/** The blocks of a Converse message: each an object with one member that names its kind. */
final class ConverseBlocks {
    private static final String KNOWN = "text, image, document, video, audio, toolUse, toolResult, reasoningContent,"
            + " guardContent, cachePoint, citationsContent, searchResult";

    private final PromptDraft draft;
    private final MediaParts media;

    ConverseBlocks(PromptDraft draft) {
        this.draft = draft;
        this.media = new MediaParts(draft);
    }

    /** All blocks of a list; a cache point is a block of its own, which closes the one before it. */
    void read(List<JsonCursor> blocks, List<Part> parts) {
        JsonCursor before = null;
        for (JsonCursor block : blocks) {
            read(block, before, parts);
            before = block;
        }
    }

    private void read(JsonCursor block, @Nullable JsonCursor before, List<Part> parts) {
        List<String> names = block.object().names();
        String kind = names.isEmpty() ? "" : names.get(0);
        JsonCursor value = block.at(kind);
        switch (kind) {
            case "text" -> parts.add(Part.Text.of(value.pointer(), value.text()));
            case "image" -> parts.add(media.image(value, source(value, "image"), null));
            case "document" -> document(value, parts);
            case "video" -> parts.add(media.video(value, source(value, "video"), value.at("fps"), null));
            case "audio" -> parts.add(media.audio(value, source(value, "audio")));
            case "toolUse" ->
                parts.add(new Part.ToolCall(
                        value.pointer(),
                        value.object().at("name").text(),
                        value.at("input").json()));
            case "toolResult" -> parts.add(new Part.ToolResult(value.pointer(), null, inside(value)));
            case "json" -> parts.add(Part.Text.of(value.pointer(), value.json()));
            case "reasoningContent" -> reasoning(value, parts);
            case "guardContent" -> {
                JsonCursor text = value.at("text").at("text");
                parts.add(
                        text.present()
                                ? Part.Text.of(text.pointer(), text.text())
                                : media.image(value.at("image"), source(value.at("image"), "image"), null));
            }
            case "citationsContent", "searchResult" -> {
                text(value.at("title"), parts);
                text(value.at("source"), parts);
                read(value.at("content").items(), parts);
            }
            case "cachePoint" -> draft.cache().point(before == null ? block : before, value.at("ttl"), false);
            default -> draft.remarks().unknownPart(block, KNOWN);
        }
    }

    private List<Part> inside(JsonCursor result) {
        List<Part> inside = new ArrayList<>();
        read(result.object().at("content").items(), inside);
        return inside;
    }

    private static void text(JsonCursor place, List<Part> parts) {
        if (place.isText()) {
            parts.add(Part.Text.of(place.pointer(), place.text()));
        }
    }

    private void reasoning(JsonCursor value, List<Part> parts) {
        JsonCursor reasoning = value.at("reasoningText");
        JsonCursor text = reasoning.at("text");
        if (text.present()) {
            ReasoningParts.add(text, text.pointer(), reasoning.at("signature"), parts);
        } else {
            draft.remarks().encrypted(value);
        }
    }

    private void document(JsonCursor value, List<Part> parts) {
        JsonCursor source = value.object().at("source");
        String name = value.at("name").textOrNull();
        if (source.has("text")) {
            parts.add(new Part.Document(value.pointer(), null, source.at("text").text(), name, Part.Origin.INLINE));
        } else if (source.has("content")) {
            read(source.at("content").items(), parts);
        } else {
            parts.add(media.document(value, source(value, "application"), name, null));
        }
        text(value.at("context"), parts);
    }

    private static MediaSource source(JsonCursor value, String type) {
        JsonCursor bytes = value.object().at("source").at("bytes");
        return bytes.present()
                ? MediaSource.base64(bytes, type + "/" + value.at("format").textOr("octet-stream"))
                : MediaSource.URL;
    }
}
