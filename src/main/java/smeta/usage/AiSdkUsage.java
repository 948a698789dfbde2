package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * Vercel's AI SDK. From version 6 on it tells what was not cached ({@code inputTokenDetails}, or {@code inputTokens} as
 * an object); in version 5 {@code inputTokens} includes {@code cachedInputTokens} with most vendors, but not with
 * Anthropic's provider before its version 3, and the numbers leave that open.
 */
final class AiSdkUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.AI_SDK;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(usage, "inputTokens", "outputTokens");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        List<Note> notes = new ArrayList<>();
        boolean nested = fields.isObject("inputTokens") || fields.isObject("outputTokens");
        ReportedUsage read = nested ? nested(fields) : flat(fields, notes);
        // the vendor's own numbers, which these were made from
        fields.ignore("raw");
        fields.close();
        return read;
    }

    /** {@code {total, noCache, cacheRead, cacheWrite}} and {@code {total, text, reasoning}}. */
    private static ReportedUsage nested(Fields fields) {
        Usage usage = Usage.NONE;
        Fields in = fields.object("inputTokens");
        if (in != null) {
            usage = prompt(in, "total", "noCache", "cacheRead", "cacheWrite");
            in.close();
        }
        Fields out = fields.object("outputTokens");
        if (out != null) {
            ReplySplit reply = new ReplySplit(out, "total", out.count("total"));
            reply.part(Meter.REASONING_TOKENS, out.count("reasoning"));
            out.ignore("text");
            usage = reply.addTo(usage);
            out.close();
        }
        return ReportedUsage.of(usage, Convention.AI_SDK, List.of());
    }

    private static Usage prompt(Fields in, String total, String noCache, String read, String write) {
        long all = in.count(total);
        CacheBesideInput parts = new CacheBesideInput(all, in.count(read), in.count(write));
        if (in.has(noCache) && in.count(noCache) + parts.read() + parts.written() != all) {
            throw in.contradiction(
                    noCache, "What was cached and what wasn't do not add up to “" + total + "” " + all + ".");
        }
        return parts.inside(in, total);
    }

    private static ReportedUsage flat(Fields fields, List<Note> notes) {
        long input = fields.count("inputTokens");
        long reply = fields.count("outputTokens");
        Fields in = fields.object("inputTokenDetails");
        Fields out = fields.object("outputTokenDetails");
        long reasoning = fields.count("reasoningTokens");
        if (out != null) {
            long detail = out.count("reasoningTokens");
            reasoning = Math.max(reasoning, detail);
            out.ignore("textTokens");
            out.close();
        }
        // xAI's provider counted reasoning beside the output, which the total shows
        boolean beside =
                reasoning > 0 && fields.has("totalTokens") && fields.count("totalTokens") == input + reply + reasoning;
        long whole = beside ? reply + reasoning : reply;
        long cached = fields.count("cachedInputTokens");
        Totals.require(fields, "totalTokens", input + whole, input + cached + whole);
        ReplySplit split = new ReplySplit(fields, "outputTokens", whole);
        split.part(Meter.REASONING_TOKENS, reasoning);
        Usage usage = in == null ? new CacheBesideInput(input, cached, 0).open(notes) : detailed(fields, in, input);
        return ReportedUsage.of(split.addTo(usage), Convention.AI_SDK, notes);
    }

    private static Usage detailed(Fields fields, Fields in, long input) {
        CacheBesideInput parts = new CacheBesideInput(input, in.count("cacheReadTokens"), in.count("cacheWriteTokens"));
        if (in.has("noCacheTokens") && in.count("noCacheTokens") + parts.read() + parts.written() != input) {
            throw in.contradiction(
                    "noCacheTokens", "What was cached and what wasn't do not add up to “inputTokens” " + input + ".");
        }
        in.close();
        return parts.inside(fields, "inputTokens");
    }
}
