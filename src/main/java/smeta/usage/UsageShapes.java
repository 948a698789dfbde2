package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The shapes in the order in which they are asked: those with marks of their own before those that share names. */
final class UsageShapes {
    private static final List<UsageShape> ALL = List.of(
            new OpenTelemetryUsage(),
            new LangChain4jUsage(),
            new GeminiUsage(),
            new OllamaUsage(),
            new LlamaCppUsage(),
            new CohereUsage(),
            new YandexUsage(),
            new SpringAiUsage(),
            new CodexUsage(),
            new ClaudeCodeUsage(),
            new BedrockUsage(),
            new AiSdkUsage(),
            new PerplexityUsage(),
            new GigaChatUsage(),
            new MistralAudioUsage(),
            OpenAiUsage.chat(),
            new DurationUsage(),
            new DashScopeUsage(),
            new LangfuseUsage(),
            new LangChainUsage(),
            new AnthropicUsage(),
            new GenAiPricesUsage(),
            OpenAiUsage.responses(),
            MeterUsage.inclusive(),
            MeterUsage.disjoint());

    private UsageShapes() {}

    /** The catalogue's own meters are what is left when no shape knows itself. */
    static UsageShape recognised(JsonNode usage) {
        return ALL.stream().filter(shape -> shape.recognises(usage)).findFirst().orElseThrow();
    }

    static UsageShape of(Convention convention) {
        return ALL.stream()
                .filter(shape -> shape.convention() == convention)
                .findFirst()
                .orElseThrow();
    }
}
