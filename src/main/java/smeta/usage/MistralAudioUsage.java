package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Unit;
import smeta.meter.Usage;

/**
 * Mistral's usage of sound: {@code prompt_audio_seconds}, and tokens of the sound that are in the total and not in the
 * prompt (Mistral, reference of audio transcriptions, 2026). A price card bills one of the two.
 */
final class MistralAudioUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.MISTRAL_AUDIO;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return usage.path("prompt_audio_seconds").isNumber()
                && usage.get("prompt_audio_seconds").decimalValue().signum() > 0;
    }

    @Override
    public ReportedUsage read(Fields fields) {
        long prompt = fields.count("prompt_tokens");
        long reply = fields.count("completion_tokens");
        long cached = cached(fields);
        long sound = Math.max(0, fields.count("total_tokens") - prompt - reply);
        Totals.require(fields, "total_tokens", prompt + reply + sound);
        Usage usage = Usage.of(Meter.AUDIO_SECONDS, fields.count("prompt_audio_seconds", Unit.SECONDS));
        usage = prompt == 0 ? usage : usage.plus(Meter.INPUT_TOKENS, prompt);
        if (cached > sound) {
            throw fields.contradiction(
                    "prompt_tokens_details",
                    cached + " cached tokens are more than the " + sound + " tokens of the sound.");
        }
        usage = cached == 0 ? usage : usage.plus(Meter.CACHE_READ_AUDIO_TOKENS, cached);
        usage = sound == cached ? usage : usage.plus(Meter.AUDIO_TOKENS, sound - cached);
        usage = reply == 0 ? usage : usage.plus(Meter.OUTPUT_TOKENS, reply);
        ServedTerms served = ServedTerms.tier(fields.text("service_tier"));
        fields.ignore("request_count");
        fields.close();
        return ReportedUsage.of(usage, Convention.MISTRAL_AUDIO, List.of()).served(served);
    }

    private static long cached(Fields fields) {
        long cached = fields.count("num_cached_tokens");
        for (String key : new String[] {"prompt_tokens_details", "prompt_token_details"}) {
            Fields details = fields.object(key);
            if (details != null) {
                cached = Math.max(cached, details.count("cached_tokens"));
                details.ignore("audio_tokens");
                details.close();
            }
        }
        return cached;
    }
}
