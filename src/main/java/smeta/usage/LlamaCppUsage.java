package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/**
 * The counts of llama.cpp's own completion, which stand in the answer itself: the tokens that were evaluated are the
 * whole prompt, of which some may have been cached.
 */
final class LlamaCppUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.LLAMA_CPP;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(usage, "tokens_evaluated", "tokens_predicted");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        long prompt = fields.count("tokens_evaluated");
        long reply = fields.count("tokens_predicted");
        Usage usage = prompt == 0 ? Usage.NONE : Usage.of(Meter.INPUT_TOKENS, prompt);
        usage = reply == 0 ? usage : usage.plus(Meter.OUTPUT_TOKENS, reply);
        // the cache after the answer, prompt and reply together, says nothing about what was read from it
        fields.ignore("tokens_cached", "timings");
        fields.close();
        return ReportedUsage.of(usage, Convention.LLAMA_CPP, List.of());
    }
}
