package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows, by members that no other has, the bodies that are no conversation of OpenAI's, Anthropic's, Gemini's or
 * DashScope's. What a body leaves open ({@code input} alone, {@code prompt} alone) the model that it names decides.
 */
final class TaskDetector {
    /** Of Chat Completions; Responses has other names for them. */
    private static final Set<String> PARTS = Set.of("text", "image_url");

    private static final Set<String> PICTURE_WORDS = Set.of("url", "b64_json");

    private final JsonNode body;
    private final @Nullable Dialect preferred;
    private final JsonNode input;

    /** @param preferred what the model that the body names is for */
    TaskDetector(JsonNode body, @Nullable Dialect preferred) {
        this.body = body;
        this.preferred = preferred;
        input = body.path("input");
    }

    /** Null if it is none of these. */
    @Nullable
    Dialect detect() {
        if (has("modelUri")) {
            return has("text") || has("texts") ? Dialect.EMBEDDINGS : Dialect.YANDEX;
        }
        if (body.path("messages").isArray()) {
            return messages();
        }
        if (has("message") && body.path("message").isTextual()) {
            return Dialect.COHERE;
        }
        Dialect ranked = (has("query") || input.has("query")) && (has("documents") || input.has("documents"))
                ? Dialect.RERANK
                : null;
        return ranked != null ? ranked : input.isMissingNode() ? withoutInput() : withInput();
    }

    private @Nullable Dialect messages() {
        JsonNode first = body.path("messages").path(0);
        JsonNode content = first.path("content");
        if (has("inferenceConfig")
                || has("toolConfig")
                || has("modelId")
                || content.path(0).isObject() && !content.path(0).has("type") && blockOfConverse(content.path(0))) {
            return Dialect.BEDROCK;
        }
        if (first.path("text").isTextual() && !first.has("content")) {
            return Dialect.YANDEX;
        }
        if (body.path("options").isObject() || has("keep_alive") || any("images")) {
            return Dialect.OLLAMA;
        }
        if (has("safety_mode")
                || has("citation_options")
                || has("strict_tools")
                || any("tool_plan")
                || body.path("documents").isArray() && preferred == Dialect.COHERE) {
            return Dialect.COHERE;
        }
        if (has("profanity_check") || has("update_interval") || any("attachments") || any("functions_state_id")) {
            return Dialect.GIGACHAT;
        }
        return null;
    }

    private static boolean blockOfConverse(JsonNode block) {
        for (String name : new String[] {"text", "image", "document", "toolUse", "toolResult", "video"}) {
            if (block.has(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean any(String member) {
        for (JsonNode message : body.path("messages")) {
            if (message.hasNonNull(member)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Dialect withoutInput() {
        if (body.path("instances").isArray()) {
            return instances(body.path("parameters"));
        }
        if (has("texts")
                || body.path("inputs").isArray()
                || body.path("content").path("parts").isArray()
                || body.path("requests").path(0).has("content")) {
            return Dialect.EMBEDDINGS;
        }
        if (has("file") || has("file_url")) {
            return Dialect.TRANSCRIPTION;
        }
        if (has("inputText") || has("max_gen_len") || has("max_tokens_to_sample")) {
            return Dialect.BEDROCK;
        }
        JsonNode prompt = body.path("prompt");
        return prompt.isTextual() || prompt.isArray() || prompt.isPojo() ? prompt() : null;
    }

    private Dialect instances(JsonNode parameters) {
        if (parameters.has("durationSeconds") || preferred == Dialect.VIDEOS) {
            return Dialect.VIDEOS;
        }
        return parameters.has("sampleCount") || preferred == Dialect.IMAGES ? Dialect.IMAGES : Dialect.EMBEDDINGS;
    }

    private Dialect prompt() {
        if (body.path("options").isObject() || has("keep_alive") || has("context") || has("raw")) {
            return Dialect.OLLAMA;
        }
        if (has("seconds") || preferred == Dialect.VIDEOS) {
            return Dialect.VIDEOS;
        }
        boolean picture = has("size")
                || has("quality")
                || has("background")
                || has("output_format")
                || has("image")
                || has("images")
                || has("mask")
                || PICTURE_WORDS.contains(body.path("response_format").asText());
        return picture || preferred == Dialect.IMAGES ? Dialect.IMAGES : Dialect.COMPLETIONS;
    }

    private @Nullable Dialect withInput() {
        if (input.isObject()) {
            return input.has("texts") || input.has("contents")
                    ? Dialect.EMBEDDINGS
                    : input.path("text").isTextual() ? Dialect.SPEECH : null;
        }
        if (has("voice")) {
            return Dialect.SPEECH;
        }
        if (PARTS.contains(input.path(0).path("type").asText())
                || body.path("model").asText().contains("moderation")) {
            return Dialect.MODERATIONS;
        }
        boolean values = input.isArray() && !input.path(0).isObject() && !input.isEmpty();
        if (preferred == Dialect.MODERATIONS || preferred == Dialect.SPEECH) {
            return preferred;
        }
        return values
                        || has("encoding_format")
                        || has("dimensions")
                        || has("input_type")
                        || preferred == Dialect.EMBEDDINGS
                ? Dialect.EMBEDDINGS
                : null;
    }

    private boolean has(String name) {
        return body.hasNonNull(name);
    }
}
