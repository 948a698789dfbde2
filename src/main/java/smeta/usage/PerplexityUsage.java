package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/**
 * Perplexity's usage: citations, reasoning and searches are beside the tokens, which alone are the total; the depth of the
 * search chooses the fee of a request (Perplexity, pricing of Sonar and of Sonar Deep Research, 2026).
 */
final class PerplexityUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.PERPLEXITY;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(usage, "search_context_size", "num_search_queries", "citation_tokens");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        long prompt = fields.count("prompt_tokens");
        long reply = fields.count("completion_tokens");
        long reasoning = fields.count("reasoning_tokens");
        long citations = fields.count("citation_tokens");
        Totals.require(
                fields,
                "total_tokens",
                prompt + reply,
                prompt + reply + reasoning,
                prompt + reply + reasoning + citations);
        Usage usage = Usage.NONE;
        usage = plus(usage, Meter.INPUT_TOKENS, prompt);
        usage = plus(usage, Meter.OUTPUT_TOKENS, reply);
        usage = plus(usage, Meter.REASONING_TOKENS, reasoning);
        usage = plus(usage, Meter.CITATION_TOKENS, citations);
        usage = plus(usage, Meter.WEB_SEARCHES, fields.count("num_search_queries"));
        ServedTerms served = new ServedTerms(null, null, fields.text("search_context_size"));
        ReportedCost cost = Costs.ofCompatible(fields);
        fields.close();
        return ReportedUsage.of(usage, Convention.PERPLEXITY, List.of())
                .served(served)
                .costing(cost);
    }

    private static Usage plus(Usage usage, Meter meter, long count) {
        return count == 0 ? usage : usage.plus(meter, count);
    }
}
