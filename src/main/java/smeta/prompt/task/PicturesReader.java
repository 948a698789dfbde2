package smeta.prompt.task;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.ReplyWishes;
import smeta.prompt.ReplyWishes.Picture;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;

/**
 * Pictures: OpenAI's generations, edits (a form, or {@code images} in JSON) and variations; Imagen's {@code predict} with
 * {@code instances} and {@code parameters}, which makes four where it isn't told. References of 2026-11.
 */
public final class PicturesReader implements DialectReader {
    private static final int UNTOLD_IMAGEN = 4;

    private final PromptDraft draft;
    private final MediaParts media;

    public PicturesReader(PromptDraft draft) {
        this.draft = draft;
        this.media = new MediaParts(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(ModelNames.read(body));
        if (body.has("instances")) {
            imagen(body);
            return;
        }
        List<Part> parts = new ArrayList<>();
        text(body.at("prompt"), parts);
        for (String name : List.of("image", "image[]", "images", "mask")) {
            images(body.at(name), parts);
        }
        draft.message(body.at("prompt"), "user", parts);
        draft.replies(body.at("n"), 1);
        Long previews = body.at("partial_images").wholeOrText();
        wishes(new Picture(
                body.at("size").textOrNull(), body.at("quality").textOrNull(), previews == null ? 0 : previews));
        if ("high".equals(body.at("input_fidelity").textOrNull())) {
            draft.remarks().unseen(body.at("input_fidelity"), "pictures at high fidelity");
        }
        String format = body.at("output_format").textOrNull();
        if ("gif".equals(format) || "svg".equals(format)) {
            draft.remarks()
                    .unseen(
                            body.at("output_format"),
                            "gif".equals(format) ? "frames of an animation" : "a drawing that another model writes");
        }
    }

    private void imagen(JsonCursor body) {
        for (JsonCursor instance : body.at("instances").items()) {
            List<Part> parts = new ArrayList<>();
            text(instance.object().at("prompt"), parts);
            draft.message(instance, "user", parts);
        }
        JsonCursor parameters = body.at("parameters");
        JsonCursor count = parameters.at("sampleCount");
        draft.replies(
                count,
                (count.present() ? 1 : UNTOLD_IMAGEN)
                        * Math.max(1, body.at("instances").items().size()));
        wishes(new Picture(parameters.at("sampleImageSize").textOrNull(), null, 0));
    }

    private void wishes(Picture picture) {
        draft.wishes(new ReplyWishes(EnumSet.of(ReplyWishes.Medium.IMAGE), picture, null, null, null, null));
    }

    private static void text(JsonCursor prompt, List<Part> parts) {
        if (prompt.present()) {
            parts.add(Part.Text.of(prompt.pointer(), prompt.text()));
        }
    }

    private void images(JsonCursor images, List<Part> parts) {
        if (images.node().isArray()) {
            images.items().forEach(image -> images(image, parts));
        } else if (images.isText()) {
            parts.add(media.image(images, MediaSource.address(images), null));
        } else if (images.present()) {
            JsonCursor url = images.object().at("image_url");
            parts.add(media.image(images, url.present() ? MediaSource.address(url) : MediaSource.FILE_ID, null));
        }
    }
}
