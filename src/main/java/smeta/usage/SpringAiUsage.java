package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/**
 * Spring AI's {@code Usage}, which holds the vendor's own as {@code nativeUsage}: that is read where it is there. Also
 * the AI SDK up to version 4, whose three totals have the same names.
 */
final class SpringAiUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.SPRING_AI;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(usage, "promptTokens", "completionTokens", "generationTokens")
                && !usage.has("inputTextTokens");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        long prompt = fields.count("promptTokens");
        long reply = fields.agreed("how long the reply is", "completionTokens", "generationTokens");
        Totals.require(fields, "totalTokens", prompt + reply);
        if (fields.isObject("nativeUsage") && !fields.node("nativeUsage").isEmpty()) {
            fields.close();
            return UsageReader.read(fields.node("nativeUsage"), null, fields.pointer("nativeUsage"));
        }
        fields.ignore("nativeUsage");
        CacheBesideInput cache = new CacheBesideInput(
                prompt, fields.count("cacheReadInputTokens"), fields.count("cacheWriteInputTokens"));
        Usage usage = cache.inside(fields, "promptTokens");
        usage = reply == 0 ? usage : usage.plus(Meter.OUTPUT_TOKENS, reply);
        fields.close();
        return ReportedUsage.of(usage, Convention.SPRING_AI, List.of());
    }
}
