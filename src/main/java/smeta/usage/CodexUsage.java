package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/** Codex' logs and its application server, in snake_case or camelCase: cached and reasoning tokens are parts. */
final class CodexUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.CODEX;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(usage, "cached_input_tokens", "reasoning_output_tokens", "reasoningOutputTokens");
    }

    @Override
    public ReportedUsage read(Fields given) {
        boolean snake = given.keys().stream().anyMatch(k -> k.contains("_"));
        Fields fields = snake ? given.inSnakeCase() : given;
        List<Note> notes = new ArrayList<>();
        long input = fields.count("inputTokens");
        long reply = fields.count("outputTokens");
        Totals.require(fields, "totalTokens", input + reply);
        PromptSplit split = new PromptSplit(fields, "inputTokens", input);
        split.cached(fields.count("cachedInputTokens"), Meter.CACHE_READ_TOKENS);
        long written =
                fields.agreed("how much was written to the cache", "cacheWriteInputTokens", "cacheCreationInputTokens");
        if (written > 0) {
            split.written(Meter.CACHE_WRITE_TOKENS, written);
        }
        Usage usage = split.addTo(Usage.NONE, notes);
        ReplySplit out = new ReplySplit(fields, "outputTokens", reply);
        out.part(Meter.REASONING_TOKENS, fields.count("reasoningOutputTokens"));
        usage = out.addTo(usage);
        fields.close();
        return ReportedUsage.of(usage, Convention.CODEX, notes);
    }
}
