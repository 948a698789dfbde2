package smeta.prompt.dashscope;

import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.reading.ContentParts;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;

/** The content of a DashScope message: a string, or a list of items whose one member says what the item is. */
final class DashScopeContent {
    private static final String KNOWN = "text, image, audio, video";

    private final PromptDraft draft;
    private final MediaParts media;

    DashScopeContent(PromptDraft draft) {
        this.draft = draft;
        this.media = new MediaParts(draft);
    }

    List<Part> read(JsonCursor content) {
        return ContentParts.read(content, "items", (item, parts) -> item(item.object(), parts));
    }

    private void item(JsonCursor item, List<Part> parts) {
        if (item.has("text")) {
            parts.add(Part.Text.of(item.pointer(), item.at("text").text()));
        } else if (item.has("image")) {
            parts.add(media.image(item, MediaSource.address(item.at("image")), null));
        } else if (item.has("audio")) {
            parts.add(media.audio(item, MediaSource.address(item.at("audio"))));
        } else if (item.has("video")) {
            parts.add(media.film(item, item.at("video")));
            pixels(item);
        } else {
            draft.remarks().unknownPart(item, KNOWN);
        }
        draft.cache().control(item, false);
    }

    /** The budgets of a film's frames. */
    private void pixels(JsonCursor item) {
        for (String name : List.of("min_pixels", "max_pixels", "total_pixels")) {
            if (item.has(name)) {
                draft.remarks()
                        .add(
                                "unread_option",
                                item.at(name),
                                "A pixel budget of a film's own is not applied; the model's default is.");
            }
        }
    }
}
