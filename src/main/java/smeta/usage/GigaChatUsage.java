package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * GigaChat's usage: {@code total_tokens} is what is billed, after what was cached before is taken off (GigaChat, reference
 * of chat completions, 2026).
 */
final class GigaChatUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.GIGACHAT;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return usage.has("precached_prompt_tokens");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        List<Note> notes = new ArrayList<>();
        long prompt = fields.count("prompt_tokens");
        long reply = fields.count("completion_tokens");
        long cached = fields.count("precached_prompt_tokens");
        Totals.require(fields, "total_tokens", prompt + reply, prompt + reply - cached);
        CacheBesideInput input = new CacheBesideInput(prompt, cached, 0);
        Usage usage;
        if (!fields.has("total_tokens")) {
            usage = input.open(notes);
        } else {
            boolean takenOff = fields.count("total_tokens") == prompt + reply;
            usage = takenOff ? input.beside() : input.inside(fields, "prompt_tokens");
        }
        usage = reply == 0 ? usage : usage.plus(Meter.OUTPUT_TOKENS, reply);
        fields.close();
        return ReportedUsage.of(usage, Convention.GIGACHAT, notes);
    }
}
