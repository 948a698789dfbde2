package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * Attributes of OpenTelemetry's conventions for generative AI ({@code gen_ai.usage.*}): input and output are to include
 * their parts (semantic conventions, GenAI spans, 2026). Older instrumentations of Anthropic left the cache out.
 */
final class OpenTelemetryUsage implements UsageShape {
    private static final String PREFIX = "gen_ai.usage.";

    @Override
    public Convention convention() {
        return Convention.OPENTELEMETRY;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        for (Iterator<String> names = usage.fieldNames(); names.hasNext(); ) {
            if (names.next().startsWith(PREFIX)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ReportedUsage read(Fields given) {
        Fields fields = given.withNumbersAsText();
        List<Note> notes = new ArrayList<>();
        long input = said(fields, "the input", "input_tokens", "prompt_tokens");
        long reply = said(fields, "the output", "output_tokens", "completion_tokens");
        long read = said(
                fields,
                "what was read from the cache",
                "cache_read.input_tokens",
                "cache_read_input_tokens",
                "details.cache_read_tokens",
                "details.cached_tokens");
        long written = said(
                fields,
                "what was written to the cache",
                "cache_creation.input_tokens",
                "cache_creation_input_tokens",
                "details.cache_write_tokens");
        long reasoning = said(
                fields, "the reasoning", "reasoning.output_tokens", "reasoning_tokens", "details.reasoning_tokens");
        CacheBesideInput cache = new CacheBesideInput(input, read, written);
        Usage usage = cache.canBeInside() && !byAnthropic(fields)
                ? cache.inside(fields, PREFIX + "input_tokens")
                : cache.open(notes);
        ReplySplit split = new ReplySplit(fields, PREFIX + "output_tokens", reply);
        split.part(Meter.REASONING_TOKENS, reasoning);
        usage = split.addTo(usage);
        ReportedCost cost = Costs.of(fields, PREFIX + "cost", null);
        ServedTerms served = ServedTerms.tier(fields.text("gen_ai.openai.response.service_tier"));
        Totals.require(fields, PREFIX + "total_tokens", input + reply, input + read + written + reply);
        // a span has other attributes too; only those of the usage can cost
        fields.keys().stream().filter(k -> !k.startsWith(PREFIX)).forEach(fields::ignore);
        fields.close();
        return ReportedUsage.of(usage, Convention.OPENTELEMETRY, notes)
                .served(served)
                .costing(cost);
    }

    private static long said(Fields fields, String what, String... names) {
        String[] keys = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            keys[i] = PREFIX + names[i];
        }
        return fields.agreed(what, keys);
    }

    /** Whose instrumentations counted the cache beside the input before the convention said otherwise. */
    private static boolean byAnthropic(Fields fields) {
        String provider = fields.text("gen_ai.provider.name");
        String system = fields.text("gen_ai.system");
        String name = provider == null ? system : provider;
        return name != null && (name.contains("anthropic") || name.contains("bedrock"));
    }
}
