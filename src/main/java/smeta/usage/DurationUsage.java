package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Unit;
import smeta.meter.Usage;

/** OpenAI's transcriptions that are billed by the length of the sound: {@code {"type": "duration", "seconds": 27}}. */
final class DurationUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.OPENAI_DURATION;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return usage.path("type").asText().equals("duration") && usage.has("seconds");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        Usage usage = Usage.of(Meter.AUDIO_SECONDS, fields.count("seconds", Unit.SECONDS));
        fields.ignore("type");
        fields.close();
        return ReportedUsage.of(usage, Convention.OPENAI_DURATION, List.of());
    }
}
