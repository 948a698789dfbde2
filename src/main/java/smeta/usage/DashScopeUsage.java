package smeta.usage;

import java.util.ArrayList;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * DashScope's usage: {@code input_tokens} includes {@code image_tokens}, {@code audio_tokens} and {@code video_tokens}
 * (Model Studio, reference of the visual models).
 */
final class DashScopeUsage {
    private DashScopeUsage() {}

    static ReportedUsage read(Fields fields) {
        long prompt = fields.count("input_tokens");
        long reply = fields.count("output_tokens");
        OpenAiUsage.total(fields, "total_tokens", prompt + reply);
        List<Note> notes = new ArrayList<>();
        Split split = new Split(fields, "input_tokens", prompt);
        Fields parts = fields.object("input_tokens_details");
        if (parts == null) {
            OpenAiUsage.parts(fields, split, prompt);
        } else {
            fields.ignore("image_tokens", "audio_tokens", "video_tokens");
            OpenAiUsage.parts(parts, split, prompt);
            parts.close();
        }
        Fields cache = fields.object("prompt_tokens_details");
        long cached = 0;
        Meter meter = Meter.CACHE_READ_TOKENS;
        if (cache != null) {
            cached = cache.count("cached_tokens");
            meter = "ephemeral".equals(cache.text("cache_type")) ? Meter.CACHE_READ_EXPLICIT_TOKENS : meter;
            OpenAiUsage.writes(cache, split);
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
        return new ReportedUsage(usage, Convention.DASHSCOPE, null, notes);
    }
}
