package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * Anthropic's usage: disjoint as it comes, {@code input_tokens} is what was neither read from the cache nor written to
 * it. Thinking is inside {@code output_tokens}. Of {@code iterations}, those that condensed the conversation and those
 * of an adviser are not in the totals (Claude documentation, compaction and advisor tool, 2026).
 */
final class AnthropicUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.ANTHROPIC;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(
                usage,
                "cache_creation_input_tokens",
                "cache_read_input_tokens",
                "cache_creation",
                "server_tool_use",
                "iterations",
                "speed",
                "inference_geo");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        List<Note> notes = new ArrayList<>();
        List<String> unmetered = new ArrayList<>();
        List<UsageElsewhere> elsewhere = new ArrayList<>();
        Usage usage = tokens(fields);
        usage = usage.plus(iterations(fields, elsewhere, notes));
        Fields tools = fields.object("server_tool_use");
        if (tools != null) {
            usage = plus(usage, Meter.WEB_SEARCHES, tools.count("web_search_requests"));
            if (tools.count("code_execution_requests") > 0) {
                unmetered.add("code_execution");
            }
            // fetching pages and looking for tools cost nothing besides their tokens
            tools.ignore("web_fetch_requests", "tool_search_requests");
            tools.close();
        }
        ServedTerms served = new ServedTerms(tier(fields), place(fields.text("inference_geo")), null);
        fields.close();
        return ReportedUsage.of(usage, Convention.ANTHROPIC, notes)
                .served(served)
                .with(Usage.NONE, unmetered, elsewhere, List.of());
    }

    /** Fast answers are a price of their own, whatever the service tier. */
    private static @Nullable String tier(Fields fields) {
        String tier = fields.text("service_tier");
        return "fast".equals(fields.text("speed")) ? "fast" : tier;
    }

    /** Null where the vendor leaves the place open. */
    private static @Nullable String place(@Nullable String said) {
        return said == null || said.isBlank() || said.equals("global") || said.equals("not_available")
                ? null
                : said.toLowerCase(Locale.ROOT);
    }

    private static Usage tokens(Fields fields) {
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
        return reply.addTo(usage);
    }

    private static Usage iterations(Fields fields, List<UsageElsewhere> elsewhere, List<Note> notes) {
        Usage more = Usage.NONE;
        for (Fields iteration : fields.list("iterations")) {
            String type = iteration.text("type");
            String model = iteration.text("model");
            Usage usage = tokens(iteration);
            iteration.ignore("service_tier", "speed", "inference_geo");
            iteration.close();
            if ("compaction".equals(type)) {
                more = more.plus(usage);
            } else if ("advisor_message".equals(type)) {
                elsewhere.add(new UsageElsewhere("advisor", model, usage));
            } else if (type != null && !type.equals("message")) {
                throw iteration.bad(
                        "type",
                        "unknown_usage",
                        "There is no such kind of iteration here, so it can't be told whether the totals include it.",
                        "known are message, compaction, advisor_message");
            }
        }
        if (!more.counts().isEmpty()) {
            notes.add(new Note(
                    "compaction_added",
                    "The totals leave out what condensing the conversation took; it is added, as it is billed."));
        }
        return more;
    }

    /** Cache writes, by lifetime where the vendor tells it. */
    static Usage written(Fields fields, Usage usage) {
        long total = fields.count("cache_creation_input_tokens");
        Fields lifetimes = fields.object("cache_creation");
        if (lifetimes == null) {
            return plus(usage, Meter.CACHE_WRITE_TOKENS, total);
        }
        long five = lifetimes.count("ephemeral_5m_input_tokens");
        long hour = lifetimes.count("ephemeral_1h_input_tokens");
        lifetimes.close();
        if (fields.has("cache_creation_input_tokens") && five + hour != total) {
            throw fields.contradiction(
                    "cache_creation",
                    "The cache writes by lifetime add up to " + (five + hour)
                            + " tokens, but “cache_creation_input_tokens” is " + total + ".");
        }
        return plus(plus(usage, Meter.CACHE_WRITE_5M_TOKENS, five), Meter.CACHE_WRITE_1H_TOKENS, hour);
    }

    private static Usage plus(Usage usage, Meter meter, long count) {
        return count == 0 ? usage : usage.plus(meter, count);
    }
}
