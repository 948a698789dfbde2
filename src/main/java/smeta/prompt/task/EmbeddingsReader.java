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
 * Embeddings. OpenAI, Voyage, Mistral, Jina, Ollama: {@code input} is a string, strings, tokens or lists of them. Cohere:
 * {@code texts}, {@code images} or {@code inputs}. Gemini: {@code content} or {@code requests}. Vertex: {@code
 * instances}. DashScope: {@code input.texts} or {@code input.contents}. Yandex: {@code text} beside a model URI.
 * References of 2026-11.
 */
public final class EmbeddingsReader implements DialectReader {
    private final PromptDraft draft;
    private final MediaParts media;

    public EmbeddingsReader(PromptDraft draft) {
        this.draft = draft;
        this.media = new MediaParts(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(ModelNames.read(body));
        draft.serviceTier(body.at("service_tier").textOrNull());
        JsonCursor input = body.at("input");
        if (input.node().isObject()) {
            inputs(input.either("texts", "contents", "text"));
        } else if (input.present()) {
            inputs(input);
        } else if (body.has("content")) {
            parts(body, body.at("content"));
        } else if (body.has("requests")) {
            body.at("requests")
                    .items()
                    .forEach(request -> parts(request, request.object().at("content")));
        } else {
            several(body);
        }
    }

    /** Cohere may have several of them in one body. */
    private void several(JsonCursor body) {
        boolean any = false;
        for (String name : List.of("texts", "images", "inputs", "instances", "text", "prompt")) {
            JsonCursor inputs = body.at(name);
            if (inputs.present()) {
                any = true;
                if (name.equals("images")) {
                    inputs.items()
                            .forEach(
                                    image -> one(image, List.of(media.image(image, MediaSource.address(image), null))));
                } else {
                    inputs(inputs);
                }
            }
        }
        if (!any) {
            throw body.at("input").wrongType("a string, strings or tokens");
        }
    }

    private void inputs(JsonCursor inputs) {
        if (!inputs.node().isArray()) {
            input(inputs);
        } else if (inputs.node().path(0).isNumber()) {
            one(inputs, List.of(tokens(inputs)));
        } else {
            inputs.items().forEach(this::input);
        }
    }

    private void input(JsonCursor input) {
        if (input.isText()) {
            one(input, List.of(Part.Text.of(input.pointer(), input.text())));
        } else if (input.node().isArray()) {
            one(input, List.of(tokens(input)));
        } else {
            List<Part> parts = new ArrayList<>();
            JsonCursor content = input.object().at("content");
            if (content.node().isArray()) {
                content.items().forEach(part -> part(part, parts));
            } else {
                part(input, parts);
            }
            one(input, parts);
        }
    }

    static Part tokens(JsonCursor ids) {
        ids.items().forEach(JsonCursor::whole);
        return new Part.Tokens(ids.pointer(), ids.node().size());
    }

    /** An object of Cohere's, DashScope's, Vertex' or Jina's, with a text or a medium. */
    private void part(JsonCursor item, List<Part> parts) {
        int before = parts.size();
        for (String name : List.of("title", "text", "content")) {
            JsonCursor text = item.object().at(name);
            if (text.isText()) {
                parts.add(Part.Text.of(text.pointer(), text.text()));
            }
        }
        JsonCursor image = item.either("image_url", "image");
        if (image.present()) {
            JsonCursor address = image.node().isObject() ? image.either("url", "bytesBase64Encoded", "gcsUri") : image;
            parts.add(media.image(image, MediaSource.address(address), null));
        }
        JsonCursor video = item.at("video");
        if (video.present()) {
            JsonCursor address = video.node().isObject() ? video.either("bytesBase64Encoded", "gcsUri") : video;
            parts.add(media.video(video, MediaSource.address(address), item.at("fps"), null));
        }
        if (parts.size() == before) {
            draft.remarks().unknownPart(item, "text, image, image_url, video");
        }
    }

    /** Gemini's content: texts and inline data. */
    private void parts(JsonCursor request, JsonCursor content) {
        List<Part> parts = new ArrayList<>();
        JsonCursor title = request.at("title");
        if (title.present()) {
            parts.add(Part.Text.of(title.pointer(), title.text()));
        }
        for (JsonCursor part : content.object().at("parts").items()) {
            JsonCursor data = part.object().either("inlineData", "inline_data");
            if (part.has("text")) {
                parts.add(
                        Part.Text.of(part.at("text").pointer(), part.at("text").text()));
                continue;
            }
            String mime = data.either("mimeType", "mime_type").textOrNull();
            Part medium = data.present()
                    ? media.byMime(data, MediaSource.base64(data.at("data"), mime), mime, null, data.at("fps"), null)
                    : null;
            if (medium == null) {
                draft.remarks().unknownPart(part, "text, inlineData");
            } else {
                parts.add(medium);
            }
        }
        one(content, parts);
    }

    private void one(JsonCursor place, List<Part> parts) {
        draft.message(place, "user", parts);
    }
}
