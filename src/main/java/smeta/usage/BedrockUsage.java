package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/**
 * Bedrock Converse's {@code TokenUsage}: {@code inputTokens} is what was neither read from the cache nor written to it
 * (AWS, reference of TokenUsage and CacheDetail, 2026).
 */
final class BedrockUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.BEDROCK;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(
                usage, "cacheReadInputTokens", "cacheWriteInputTokens", "cacheDetails", "serverToolUsage");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        long input = fields.count("inputTokens");
        long reply = fields.count("outputTokens");
        // the SDKs repeat both counts under their older names
        long read =
                fields.agreed("how much was read from the cache", "cacheReadInputTokens", "cacheReadInputTokenCount");
        long written = fields.agreed(
                "how much was written to the cache", "cacheWriteInputTokens", "cacheWriteInputTokenCount");
        Totals.require(fields, "totalTokens", input + read + written + reply, input + reply);
        Usage usage = new CacheBesideInput(input, read, 0).beside().plus(written(fields, written));
        usage = reply == 0 ? usage : usage.plus(Meter.OUTPUT_TOKENS, reply);
        Fields tools = fields.object("serverToolUsage");
        if (tools != null) {
            tools.close();
        }
        fields.close();
        return ReportedUsage.of(usage, Convention.BEDROCK, List.of());
    }

    private static Usage written(Fields fields, long total) {
        Usage usage = Usage.NONE;
        long sum = 0;
        for (Fields part : fields.list("cacheDetails")) {
            long tokens = part.count("inputTokens");
            String ttl = part.text("ttl");
            part.close();
            sum += tokens;
            Meter meter = "1h".equals(ttl)
                    ? Meter.CACHE_WRITE_1H_TOKENS
                    : "5m".equals(ttl) ? Meter.CACHE_WRITE_5M_TOKENS : Meter.CACHE_WRITE_TOKENS;
            usage = tokens == 0 ? usage : usage.plus(meter, tokens);
        }
        if (sum == 0) {
            return total == 0 ? Usage.NONE : Usage.of(Meter.CACHE_WRITE_TOKENS, total);
        }
        if (sum != total) {
            throw fields.contradiction(
                    "cacheDetails",
                    "The cache writes by lifetime add up to " + sum + " tokens, but “cacheWriteInputTokens” is " + total
                            + ".");
        }
        return usage;
    }
}
