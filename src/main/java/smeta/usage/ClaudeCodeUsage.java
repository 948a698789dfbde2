package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/** Claude Code's {@code modelUsage} and others that write Anthropic's disjoint numbers in camelCase, with the cost. */
final class ClaudeCodeUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.CLAUDE_CODE;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(usage, "cacheCreationInputTokens", "webSearchRequests", "costUSD");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        long input = fields.count("inputTokens");
        Usage usage = new CacheBesideInput(
                        input, fields.count("cacheReadInputTokens"), fields.count("cacheCreationInputTokens"))
                .beside();
        long reply = fields.count("outputTokens");
        usage = reply == 0 ? usage : usage.plus(Meter.OUTPUT_TOKENS, reply);
        long searches = fields.count("webSearchRequests");
        usage = searches == 0 ? usage : usage.plus(Meter.WEB_SEARCHES, searches);
        ReportedCost cost = Costs.of(fields, "costUSD", "USD");
        fields.ignore("contextWindow", "maxOutputTokens");
        fields.close();
        return ReportedUsage.of(usage, Convention.CLAUDE_CODE, List.of()).costing(cost);
    }
}
