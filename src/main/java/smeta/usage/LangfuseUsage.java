package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/**
 * Langfuse's {@code usageDetails}: buckets that don't overlap, {@code input} is what no other bucket has (Langfuse,
 * token and cost tracking, 2026). Its {@code total} tells where a client sent a total as {@code input}.
 */
final class LangfuseUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.LANGFUSE;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return usage.path("input").isNumber() || usage.path("output").isNumber();
    }

    @Override
    public ReportedUsage read(Fields fields) {
        long input = fields.count("input");
        long reply = fields.count("output");
        long read = fields.count("input_cached_tokens")
                + fields.agreed("how much was read from the cache", "cache_read_input_tokens", "input_cache_read");
        long written = fields.agreed(
                "how much was written to the cache",
                "cache_creation_input_tokens",
                "input_cache_creation",
                "input_cache_write");
        long sound = fields.count("input_audio_tokens");
        long reasoning = fields.agreed("the reasoning", "output_reasoning_tokens", "output_reasoning");
        long soundOut = fields.count("output_audio_tokens");
        long parts = read + written + sound + reasoning + soundOut;
        Totals.require(fields, "total", input + reply + parts, input + reply);
        boolean inclusive = parts > 0 && fields.has("total") && fields.count("total") == input + reply;
        Usage usage = inclusive ? Usage.NONE : new CacheBesideInput(input, read, written).beside();
        if (inclusive) {
            usage = new CacheBesideInput(input - sound, read, written).inside(fields, "input");
        }
        usage = plus(usage, Meter.AUDIO_TOKENS, sound);
        ReplySplit split = new ReplySplit(fields, "output", inclusive ? reply : reply + reasoning + soundOut);
        split.part(Meter.REASONING_TOKENS, reasoning);
        split.part(Meter.AUDIO_OUTPUT_TOKENS, soundOut);
        usage = split.addTo(usage);
        fields.ignore("unit");
        fields.close();
        return ReportedUsage.of(usage, Convention.LANGFUSE, List.of());
    }

    private static Usage plus(Usage usage, Meter meter, long count) {
        return count == 0 ? usage : usage.plus(meter, count);
    }
}
