package smeta.prompt.reading;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.prompt.ReplyWishes;
import smeta.prompt.ReplyWishes.Medium;
import smeta.prompt.ReplyWishes.Picture;

/**
 * What the dialects say of the reply. References of OpenAI (chat: modalities, audio, web_search_options; responses:
 * max_tool_calls), Gemini (generationConfig: responseModalities, speechConfig, imageConfig), DashScope (modalities of
 * Qwen-Omni) and OpenRouter (image_config); read 2026-11.
 */
public final class ReplyWishesReader {
    private ReplyWishesReader() {}

    /**
     * Chat Completions and whoever speaks it.
     *
     * @param prediction the text of the body's prediction, null if it has none
     */
    public static ReplyWishes openAiChat(JsonCursor body, @Nullable String prediction) {
        Set<Medium> media = media(body.at("modalities"));
        JsonCursor voice = body.at("audio");
        voice.skip();
        if (media == null && voice.node().isObject()) {
            media = EnumSet.of(Medium.TEXT, Medium.AUDIO);
        }
        return new ReplyWishes(
                media,
                picture(body.either("image_config", "imageConfig")),
                null,
                depth(body.at("web_search_options")),
                body.at("max_tool_calls").whole(),
                prediction);
    }

    /** Responses. */
    public static ReplyWishes responses(JsonCursor body) {
        String depth = null;
        for (JsonCursor tool : body.at("tools").items()) {
            depth = depth == null ? depth(tool) : depth;
        }
        return new ReplyWishes(
                null, Picture.UNSAID, null, depth, body.at("max_tool_calls").whole(), null);
    }

    /** @param config {@code generationConfig} */
    public static ReplyWishes gemini(JsonCursor config) {
        Set<Medium> media = media(config.either("responseModalities", "response_modalities"));
        JsonCursor speech = config.either("speechConfig", "speech_config");
        speech.skip();
        if (media == null && speech.present()) {
            media = EnumSet.of(Medium.AUDIO);
        }
        return new ReplyWishes(media, picture(config.either("imageConfig", "image_config")), null, null, null, null);
    }

    /** The rest of it, the picture's shape and its file's type, changes no price. */
    private static Picture picture(JsonCursor config) {
        String size = config.either("imageSize", "image_size").textOrNull();
        config.skip();
        return new Picture(size, null, 0);
    }

    private static @Nullable String depth(JsonCursor options) {
        if (!options.node().isObject()) {
            return null;
        }
        String size = options.at("search_context_size").textOrNull();
        return size == null ? null : size.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Set<Medium> media(JsonCursor names) {
        Set<Medium> media = EnumSet.noneOf(Medium.class);
        for (JsonCursor name : names.items()) {
            switch (name.text().toLowerCase(Locale.ROOT)) {
                case "text" -> media.add(Medium.TEXT);
                case "audio" -> media.add(Medium.AUDIO);
                case "image" -> media.add(Medium.IMAGE);
                case "video" -> media.add(Medium.VIDEO);
                case "modality_unspecified" -> {}
                default ->
                    throw name.unsupported(
                            "wrong_value", "A reply is text, audio, image or video.", "correct the modality");
            }
        }
        return media.isEmpty() ? null : media;
    }
}
