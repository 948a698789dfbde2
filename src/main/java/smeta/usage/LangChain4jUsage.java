package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * LangChain4j's {@code TokenUsage} and its subclasses: OpenAI's with details that are parts, Anthropic's with the cache
 * beside the input.
 */
final class LangChain4jUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.LANGCHAIN4J;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(usage, "inputTokenCount", "outputTokenCount");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        List<Note> notes = new ArrayList<>();
        long input = fields.count("inputTokenCount");
        long reply = fields.count("outputTokenCount");
        long read = fields.count("cacheReadInputTokens");
        long written =
                fields.agreed("how much was written to the cache", "cacheCreationInputTokens", "cacheWriteInputTokens");
        Totals.require(fields, "totalTokenCount", input + reply, input + read + written + reply);
        Fields in = fields.object("inputTokensDetails");
        Usage usage = new CacheBesideInput(input, read, written).beside();
        long cached = fields.count("cachedContentTokenCount");
        if (in != null) {
            cached = in.count("cachedTokens");
            in.close();
        }
        if (cached > 0) {
            usage = new CacheBesideInput(input, cached, 0).inside(fields, "inputTokenCount");
        }
        Fields out = fields.object("outputTokensDetails");
        ReplySplit split = new ReplySplit(fields, "outputTokenCount", reply);
        if (out != null) {
            split.part(Meter.REASONING_TOKENS, out.count("reasoningTokens"));
            out.close();
        }
        usage = split.addTo(usage);
        fields.close();
        return ReportedUsage.of(usage, Convention.LANGCHAIN4J, notes);
    }
}
