package smeta.estimate;

import java.util.Locale;
import smeta.usage.Convention;

/**
 * One usage in the words of those who report it. A word that is left out of a shape is one that it doesn't have; a shape
 * that can't tell what the reply was made of is only used where that is text.
 */
enum UsageWords {
    METERS(
            null,
            true,
            "{'input_tokens':%fresh%,'cache_read_tokens':%cached%,'output_tokens':%text%,"
                    + "'reasoning_tokens':%reasoning%,'audio_output_tokens':%audio%,'image_output_tokens':%image%,"
                    + "'web_searches':%searches%}"),
    OPENAI_CHAT(
            null,
            true,
            "{'prompt_tokens':%input%,'completion_tokens':%reply%,'total_tokens':%all%,"
                    + "'prompt_tokens_details':{'cached_tokens':%cached%},'completion_tokens_details':"
                    + "{'reasoning_tokens':%reasoning%,'audio_tokens':%audio%,'image_tokens':%image%}}"),
    OPENAI_RESPONSES(
            null,
            false,
            "{'input_tokens':%input%,'input_tokens_details':{'cached_tokens':%cached%},"
                    + "'output_tokens':%reply%,'output_tokens_details':{'reasoning_tokens':%reasoning%},'total_tokens':%all%}"),
    ANTHROPIC(
            null,
            false,
            "{'input_tokens':%fresh%,'cache_read_input_tokens':%cached%,'cache_creation_input_tokens':0,"
                    + "'output_tokens':%reply%,'server_tool_use':{'web_search_requests':%searches%}}"),
    GEMINI(
            null,
            true,
            "{'promptTokenCount':%input%,'cachedContentTokenCount':%cached%,'candidatesTokenCount':%visible%,"
                    + "'thoughtsTokenCount':%reasoning%,'totalTokenCount':%all%,'candidatesTokensDetails':["
                    + "{'modality':'TEXT','tokenCount':%text%},{'modality':'AUDIO','tokenCount':%audio%},"
                    + "{'modality':'IMAGE','tokenCount':%image%}]}"),
    DASHSCOPE(
            Convention.DASHSCOPE,
            false,
            "{'input_tokens':%input%,'output_tokens':%reply%,'total_tokens':%all%,"
                    + "'prompt_tokens_details':{'cached_tokens':%cached%}}"),
    BEDROCK(
            null,
            false,
            "{'inputTokens':%fresh%,'cacheReadInputTokens':%cached%,'cacheWriteInputTokens':0,"
                    + "'outputTokens':%reply%,'totalTokens':%all%}"),
    CODEX(
            null,
            false,
            "{'input_tokens':%input%,'cached_input_tokens':%cached%,'output_tokens':%reply%,"
                    + "'reasoning_output_tokens':%reasoning%,'total_tokens':%all%}"),
    AI_SDK(
            null,
            false,
            "{'inputTokens':{'total':%input%,'noCache':%fresh%,'cacheRead':%cached%},"
                    + "'outputTokens':{'total':%reply%,'reasoning':%reasoning%}}"),
    OPEN_TELEMETRY(null, false, "{'gen_ai.usage.input_tokens':%input%,'gen_ai.usage.output_tokens':%reply%}"),
    LANGCHAIN(
            null,
            false,
            "{'input_tokens':%input%,'output_tokens':%reply%,'total_tokens':%all%,"
                    + "'input_token_details':{'cache_read':%cached%},'output_token_details':{'reasoning':%reasoning%}}"),
    LANGCHAIN4J(null, false, "{'inputTokenCount':%input%,'outputTokenCount':%reply%,'totalTokenCount':%all%}"),
    SPRING_AI(null, false, "{'promptTokens':%input%,'completionTokens':%reply%,'totalTokens':%all%}"),
    LANGFUSE(Convention.LANGFUSE, false, "{'input':%input%,'output':%reply%,'total':%all%}"),
    COHERE(null, false, "{'billed_units':{'input_tokens':%input%,'output_tokens':%reply%}}"),
    YANDEX(null, false, "{'inputTextTokens':'%input%','completionTokens':'%reply%','totalTokens':'%all%'}"),
    OLLAMA(null, false, "{'prompt_eval_count':%input%,'eval_count':%reply%}");

    /** Null where the shape is recognised. */
    final Convention convention;
    /** Whether it tells speech and pictures from text. */
    final boolean tellsMedia;

    private final String template;

    UsageWords(Convention convention, boolean tellsMedia, String template) {
        this.convention = convention;
        this.tellsMedia = tellsMedia;
        this.template = template;
    }

    /** @param cached a part of the input */
    record Caused(long input, long cached, long text, long reasoning, long audio, long image, long searches) {
        boolean isText() {
            return audio == 0 && image == 0;
        }
    }

    String of(Caused caused) {
        long visible = caused.text() + caused.audio() + caused.image();
        return template.replace('\'', '"')
                .replace("%input%", number(caused.input()))
                .replace("%fresh%", number(caused.input() - caused.cached()))
                .replace("%cached%", number(caused.cached()))
                .replace("%text%", number(caused.text()))
                .replace("%visible%", number(visible))
                .replace("%reasoning%", number(caused.reasoning()))
                .replace("%audio%", number(caused.audio()))
                .replace("%image%", number(caused.image()))
                .replace("%searches%", number(caused.searches()))
                .replace("%reply%", number(visible + caused.reasoning()))
                .replace("%all%", number(caused.input() + visible + caused.reasoning()));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%d", count);
    }
}
