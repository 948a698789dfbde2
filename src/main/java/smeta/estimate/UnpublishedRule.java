package smeta.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.media.Measured;
import smeta.meter.Count;
import smeta.price.Note;

/** What is known of a medium whose rule its vendor doesn't publish: bounds, or that it isn't counted, and a note. */
final class UnpublishedRule {
    /** The most tokens that any vendor publishes for a picture (Qwen-VL's high resolution, 2026-10). */
    private static final Count IMAGE = Count.between(1, 1024, 16_386);

    private UnpublishedRule() {}

    static Measured image(List<Note> notes) {
        notes.add(new Note(
                "no_image_rule",
                "How this model counts images is not published; the bounds are those of other vendors' rules."));
        return new Measured(IMAGE, "no published rule; at most what any vendor publishes", false);
    }

    static Measured audio(List<Note> notes) {
        notes.add(new Note("no_audio_rule", "How this model counts audio is not published; it is not counted."));
        return notCounted();
    }

    static Measured video(List<Note> notes) {
        notes.add(new Note("no_video_rule", "How this model counts video is not published; it is not counted."));
        return notCounted();
    }

    /** @param text of a document, which is the least that is known of it; whether a model sees more of it isn't */
    static Measured document(@Nullable Count text, List<Note> notes) {
        if (text == null) {
            notes.add(new Note(
                    "no_document_rule", "How this model counts documents is not published; they are not counted."));
            return notCounted();
        }
        notes.add(new Note(
                "no_document_rule", "How this model counts documents is not published; only the text is counted."));
        return new Measured(text, text + " of text, no published rule", false);
    }

    private static Measured notCounted() {
        return new Measured(Count.ZERO, "no published rule", false);
    }
}
