package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * DashScope's usage: {@code input_tokens} includes {@code image_tokens}, {@code audio_tokens} and {@code video_tokens}
 * (Model Studio, reference of the visual models). Without a sign of DashScope its totals are indistinguishable from the
 * catalogue's own meters, and are read as those.
 */
final class DashScopeUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.DASHSCOPE;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return usage.has("prompt_tokens_details")
                || usage.has("total_tokens")
                        && UsageShape.hasAny(usage, "image_tokens", "audio_tokens", "video_tokens");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        long prompt = fields.count("input_tokens");
        long reply = fields.count("output_tokens");
        Totals.require(fields, "total_tokens", prompt + reply);
        List<Note> notes = new ArrayList<>();
        PromptSplit split = new PromptSplit(fields, "input_tokens", prompt);
        Fields parts = fields.object("input_tokens_details");
        if (parts == null) {
            OpenAiPrompt.media(fields, split, prompt);
        } else {
            fields.ignore("image_tokens", "audio_tokens", "video_tokens");
            OpenAiPrompt.media(parts, split, prompt);
            parts.close();
        }
        Fields cache = fields.object("prompt_tokens_details");
        long cached = 0;
        Meter meter = Meter.CACHE_READ_TOKENS;
        if (cache != null) {
            cached = cache.count("cached_tokens");
            meter = "ephemeral".equals(cache.text("cache_type")) ? Meter.CACHE_READ_EXPLICIT_TOKENS : meter;
            OpenAiPrompt.writes(fields, cache, split);
            cache.close();
        }
        split.cached(cached, meter);
        Usage usage = split.addTo(Usage.NONE, notes);
        ReplySplit out = new ReplySplit(fields, "output_tokens", reply);
        Fields details = fields.object("output_tokens_details");
        if (details != null) {
            out.part(Meter.REASONING_TOKENS, details.count("reasoning_tokens"));
            out.part(Meter.AUDIO_OUTPUT_TOKENS, details.count("audio_tokens"));
            details.ignore("text_tokens");
            details.close();
        }
        usage = out.addTo(usage);
        fields.close();
        return ReportedUsage.of(usage, Convention.DASHSCOPE, notes).withReplyMedia(details != null);
    }
}
