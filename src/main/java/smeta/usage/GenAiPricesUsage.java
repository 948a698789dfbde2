package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * The usage of genai-prices and Pydantic AI: totals that include their parts. Without a mark of its own it looks like
 * the catalogue's meters; {@code usage_convention} says otherwise.
 */
final class GenAiPricesUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.GENAI_PRICES;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(
                usage,
                "input_audio_tokens",
                "output_audio_tokens",
                "cache_audio_read_tokens",
                "request_tokens",
                "response_tokens",
                "tool_calls");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        List<Note> notes = new ArrayList<>();
        long input = fields.agreed("how long the prompt is", "input_tokens", "request_tokens");
        long reply = fields.agreed("how long the reply is", "output_tokens", "response_tokens");
        Totals.require(fields, "total_tokens", input + reply);
        PromptSplit split = new PromptSplit(fields, "input_tokens", input);
        long sound = fields.count("input_audio_tokens");
        split.media(Meter.AUDIO_TOKENS, sound);
        split.cached(fields.count("cache_read_tokens"), Meter.CACHE_READ_TOKENS);
        if (fields.has("cache_audio_read_tokens")) {
            split.cacheIsText();
            split.cachedMedia(Meter.AUDIO_TOKENS, fields.count("cache_audio_read_tokens"));
        }
        long written = fields.count("cache_write_tokens");
        if (written > 0) {
            split.written(Meter.CACHE_WRITE_TOKENS, written);
        }
        Usage usage = split.addTo(Usage.NONE, notes);
        ReplySplit out = new ReplySplit(fields, "output_tokens", reply);
        out.part(Meter.AUDIO_OUTPUT_TOKENS, fields.count("output_audio_tokens"));
        usage = out.addTo(usage);
        long requests = fields.count("requests");
        usage = requests == 0 ? usage : usage.plus(Meter.REQUESTS, requests);
        // the vendor's own words for parts of the totals, and calls of the caller's own tools
        fields.ignore("details", "tool_calls");
        fields.close();
        return ReportedUsage.of(usage, Convention.GENAI_PRICES, notes);
    }
}
