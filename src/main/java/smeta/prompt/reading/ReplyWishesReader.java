package smeta.prompt.reading;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.prompt.ReplyWishes;
import smeta.prompt.ReplyWishes.Medium;

/**
 * What the dialects say of the reply. References of OpenAI (chat: modalities, audio, web_search_options; responses:
 * max_tool_calls), Gemini (generationConfig: responseModalities, speechConfig, imageConfig), DashScope (modalities of
 * Qwen-Omni) and OpenRouter (image_config); read 2026-11.
 */
public final class ReplyWishesReader {
    private ReplyWishesReader() {}

    /** Chat Completions and whoever speaks it. */
    public static ReplyWishes openAiChat(JsonCursor body) {
        Set<Medium> media = media(body.at("modalities"));
        if (media == null && body.at("audio").node().isObject()) {
            media = EnumSet.of(Medium.TEXT, Medium.AUDIO);
        }
        JsonCursor picture = body.either("image_config", "imageConfig");
        return new ReplyWishes(
                media,
                picture.either("image_size", "imageSize").textOrNull(),
                null,
                null,
                depth(body.at("web_search_options")),
                body.at("max_tool_calls").whole());
    }

    /** Responses. */
    public static ReplyWishes responses(JsonCursor body) {
        String depth = null;
        for (JsonCursor tool : body.at("tools").items()) {
            depth = depth == null ? depth(tool) : depth;
        }
        return new ReplyWishes(null, null, null, null, depth, body.at("max_tool_calls").whole());
    }

    /** @param config {@code generationConfig} */
    public static ReplyWishes gemini(JsonCursor config) {
        Set<Medium> media = media(config.either("responseModalities", "response_modalities"));
        if (media == null && config.either("speechConfig", "speech_config").present()) {
            media = EnumSet.of(Medium.AUDIO);
        }
        JsonCursor picture = config.either("imageConfig", "image_config");
        return new ReplyWishes(
                media, picture.either("imageSize", "image_size").textOrNull(), null, null, null, null);
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
                case "modality_unspecified" -> { }
                default -> throw name.unsupported(
                        "wrong_value", "A reply is text, audio, image or video.", "correct the modality");
            }
        }
        return media.isEmpty() ? null : media;
    }
}
