package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Unreadable;

/**
 * Reads a usage: in the catalogue's meters, or in a vendor's own shape, which it recognises. The result is disjoint.
 * What contradicts itself is refused with a pointer, never mended.
 *
 * <p>Shapes as published by 2026-08: OpenAI Chat Completions and Responses (API reference, {@code usage}), Anthropic
 * Messages ({@code usage}), Gemini ({@code usageMetadata}), DashScope (text and multimodal generation, {@code usage}).
 */
public final class UsageReader {
    private UsageReader() {}

    /**
     * @param convention null to recognise the shape; the catalogue's own meters are then read as disjoint
     * @param pointer    where the usage stands in its document
     * @throws Unreadable unsupported: {@code contradictory_usage}, {@code negative_usage}, {@code fraction_of_a_unit},
     *     {@code unknown_usage}, {@code usage_too_large}, {@code wrong_type}, {@code empty_usage}
     */
    public static ReportedUsage read(JsonNode usage, @Nullable Convention convention, String pointer) {
        Fields fields = new Fields(usage, pointer);
        if (usage.isEmpty()) {
            throw new Unreadable(Unreadable.Kind.UNSUPPORTED, "empty_usage", pointer, "The usage is empty.",
                    "send at least one count, for instance {\"input_tokens\": 1000, \"output_tokens\": 100}");
        }
        return switch (convention == null ? recognised(fields.keys()) : convention) {
            case DISJOINT -> MeterUsage.disjoint(fields);
            case INCLUSIVE -> MeterUsage.inclusive(fields);
            case OPENAI_CHAT -> OpenAiUsage.chat(fields);
            case OPENAI_RESPONSES -> OpenAiUsage.responses(fields);
            case ANTHROPIC -> AnthropicUsage.read(fields);
            case GEMINI -> GeminiUsage.read(fields);
            case DASHSCOPE -> DashScopeUsage.read(fields);
        };
    }

    /**
     * Whose shape it is. DashScope's totals without a sign of DashScope ({@code input_tokens} beside {@code
     * image_tokens}) are indistinguishable from the catalogue's own meters, and are read as those.
     */
    static Convention recognised(Set<String> keys) {
        if (keys.contains("promptTokenCount")
                || keys.contains("candidatesTokenCount")
                || keys.contains("totalTokenCount")) {
            return Convention.GEMINI;
        }
        if (keys.contains("prompt_tokens") || keys.contains("completion_tokens")) {
            return Convention.OPENAI_CHAT;
        }
        boolean dashScope = keys.contains("prompt_tokens_details") || keys.contains("total_tokens")
                && (keys.contains("image_tokens") || keys.contains("audio_tokens") || keys.contains("video_tokens"));
        if (dashScope) {
            return Convention.DASHSCOPE;
        }
        if (keys.contains("cache_creation_input_tokens")
                || keys.contains("cache_read_input_tokens")
                || keys.contains("cache_creation")
                || keys.contains("server_tool_use")) {
            return Convention.ANTHROPIC;
        }
        boolean details = keys.stream().anyMatch(k -> k.endsWith("_tokens_details") || k.endsWith("_token_details"));
        return details || keys.contains("total_tokens") ? Convention.OPENAI_RESPONSES : Convention.DISJOINT;
    }
}
