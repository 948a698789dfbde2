package smeta.usage;

import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/**
 * Anthropic's usage: disjoint as it comes, {@code input_tokens} is what was neither read from the cache nor written to
 * it. Thinking is inside {@code output_tokens}.
 */
final class AnthropicUsage {
    private AnthropicUsage() {}

    static ReportedUsage read(Fields fields) {
        Usage usage = Usage.NONE;
        usage = plus(usage, Meter.INPUT_TOKENS, fields.count("input_tokens"));
        usage = plus(usage, Meter.CACHE_READ_TOKENS, fields.count("cache_read_input_tokens"));
        usage = written(fields, usage);
        Fields details = fields.object("output_tokens_details");
        ReplySplit reply = new ReplySplit(fields, "output_tokens", fields.count("output_tokens"));
        if (details != null) {
            reply.part(Meter.REASONING_TOKENS, details.count("thinking_tokens"));
            details.close();
        }
        usage = reply.addTo(usage);
        Fields tools = fields.object("server_tool_use");
        if (tools != null) {
            usage = plus(usage, Meter.WEB_SEARCHES, tools.count("web_search_requests"));
            // fetching costs nothing besides its tokens
            tools.ignore("web_fetch_requests");
            tools.close();
        }
        String tier = fields.text("service_tier");
        fields.ignore("inference_geo");
        fields.close();
        return new ReportedUsage(usage, Convention.ANTHROPIC, tier, List.of());
    }

    private static Usage written(Fields fields, Usage usage) {
        long total = fields.count("cache_creation_input_tokens");
        Fields lifetimes = fields.object("cache_creation");
        if (lifetimes == null) {
            return plus(usage, Meter.CACHE_WRITE_TOKENS, total);
        }
        long five = lifetimes.count("ephemeral_5m_input_tokens");
        long hour = lifetimes.count("ephemeral_1h_input_tokens");
        lifetimes.close();
        if (fields.has("cache_creation_input_tokens") && five + hour != total) {
            throw fields.contradiction("cache_creation", "The cache writes by lifetime add up to " + (five + hour)
                    + " tokens, but “cache_creation_input_tokens” is " + total + ".");
        }
        return plus(plus(usage, Meter.CACHE_WRITE_5M_TOKENS, five), Meter.CACHE_WRITE_1H_TOKENS, hour);
    }

    private static Usage plus(Usage usage, Meter meter, long count) {
        return count == 0 ? usage : usage.plus(meter, count);
    }
}
