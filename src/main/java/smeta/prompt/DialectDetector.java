package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a body whose shape it has. {@code contents} is Gemini, {@code input} with messages inside is DashScope,
 * any other {@code input} is OpenAI Responses; what is none of these, {@link TaskDetector} knows. {@code messages} is OpenAI's or Anthropic's: whoever has more signs in
 * the body of things that the other does not have; if neither has, the caller's preference, and without one OpenAI.
 */
public final class DialectDetector {
    private static final Set<String> OPENAI_FIELDS = words("""
            max_completion_tokens n response_format reasoning_effort stream_options frequency_penalty presence_penalty
            logit_bias logprobs top_logprobs seed stop parallel_tool_calls modalities audio store prediction user
            functions function_call web_search_options enable_thinking thinking_budget verbosity prompt_cache_key""");
    private static final Set<String> ANTHROPIC_FIELDS = words("""
            system anthropic_version anthropic_beta stop_sequences mcp_servers container output_config output_format
            context_management""");
    private static final Set<String> OPENAI_ROLES = words("system developer tool function");
    private static final Set<String> OPENAI_PARTS =
            words("image_url input_audio file refusal video_url audio_url video");
    private static final Set<String> ANTHROPIC_PARTS = words("""
            image document tool_use tool_result redacted_thinking search_result server_tool_use mcp_tool_use
            mcp_tool_result container_upload""");

    private int openAi;
    private int anthropic;

    private DialectDetector() {}

    /**
     * @param preferred breaks a tie: the dialect of the model's provider
     * @throws Unreadable unsupported, {@code unknown_dialect}
     */
    public static Dialect detect(JsonNode body, @Nullable Dialect preferred) {
        if (body.isTextual() || body.isPojo()) {
            return Dialect.PLAIN;
        }
        if (has(body, "contents") || has(body, "generateContentRequest") || has(body, "generate_content_request")) {
            return Dialect.GEMINI;
        }
        JsonNode input = body.path("input");
        if (input.isObject() && (has(input, "messages") || has(input, "prompt"))) {
            return Dialect.DASHSCOPE;
        }
        Dialect other = new TaskDetector(body, preferred).detect();
        if (other != null) {
            return other;
        }
        if (body.path("messages").isArray()) {
            return new DialectDetector().openAiOrAnthropic(body, preferred);
        }
        if (input.isTextual() || input.isPojo() || input.isArray() || isStored(body)) {
            return Dialect.OPENAI_RESPONSES;
        }
        throw new Unreadable(
                Unreadable.Kind.UNSUPPORTED,
                "unknown_dialect",
                "",
                "The body has the shape of no request that is known: none of messages, input, contents and prompt"
                        + " was found in it.",
                "send a vendor's request as it is, or say which of these it is with dialect=: " + Dialect.names());
    }

    /** A Responses request may leave out the input when OpenAI keeps it. */
    private static boolean isStored(JsonNode body) {
        return body.path("prompt").has("id") || has(body, "previous_response_id") || has(body, "instructions");
    }

    private Dialect openAiOrAnthropic(JsonNode body, @Nullable Dialect preferred) {
        body.fieldNames().forEachRemaining(name -> {
            openAi += OPENAI_FIELDS.contains(name) ? 1 : 0;
            anthropic += ANTHROPIC_FIELDS.contains(name) ? 1 : 0;
        });
        anthropic += body.path("thinking").has("budget_tokens") ? 1 : 0;
        body.path("tools").forEach(this::tool);
        choice(body.path("tool_choice"));
        body.path("messages").forEach(this::message);
        if (openAi != anthropic) {
            return openAi > anthropic ? Dialect.OPENAI_CHAT : Dialect.ANTHROPIC;
        }
        return preferred == Dialect.ANTHROPIC ? preferred : Dialect.OPENAI_CHAT;
    }

    private void tool(JsonNode tool) {
        openAi += tool.path("function").isObject() || tool.path("custom").isObject() ? 1 : 0;
        anthropic += tool.has("input_schema") || tool.path("type").asText().matches("[a-z_]+_20\\d{6}") ? 1 : 0;
    }

    private void choice(JsonNode choice) {
        String type = choice.path("type").asText();
        openAi += choice.isTextual()
                        || Set.of("function", "custom", "allowed_tools").contains(type)
                ? 1
                : 0;
        anthropic += Set.of("auto", "any", "tool", "none").contains(type) ? 1 : 0;
    }

    private void message(JsonNode message) {
        boolean calls = message.has("tool_calls") || message.has("function_call") || message.has("tool_call_id");
        openAi += calls || OPENAI_ROLES.contains(message.path("role").asText()) ? 1 : 0;
        if (message.path("content").isArray()) {
            for (JsonNode part : message.path("content")) {
                String type = part.path("type").asText();
                openAi += OPENAI_PARTS.contains(type) ? 1 : 0;
                anthropic += ANTHROPIC_PARTS.contains(type) ? 1 : 0;
            }
        }
    }

    private static Set<String> words(String words) {
        return Set.of(words.split("\\s+"));
    }

    private static boolean has(JsonNode node, String name) {
        return node.hasNonNull(name);
    }
}
