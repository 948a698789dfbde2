package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/** Ollama's counts, which stand in the answer itself; its durations cost nothing. */
final class OllamaUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.OLLAMA;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(usage, "prompt_eval_count", "eval_count");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        long prompt = fields.count("prompt_eval_count");
        long reply = fields.count("eval_count");
        Usage usage = prompt == 0 ? Usage.NONE : Usage.of(Meter.INPUT_TOKENS, prompt);
        usage = reply == 0 ? usage : usage.plus(Meter.OUTPUT_TOKENS, reply);
        fields.ignore("total_duration", "load_duration", "prompt_eval_duration", "eval_duration");
        fields.close();
        return ReportedUsage.of(usage, Convention.OLLAMA, List.of());
    }
}
