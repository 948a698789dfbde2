package smeta.usage;

import java.util.EnumMap;
import java.util.Map;
import smeta.meter.Meter;
import smeta.meter.Usage;

/** The same for the reply: reasoning, sound and pictures are parts of the total, and do not overlap. */
final class ReplySplit {
    private final Fields fields;
    private final String totalKey;
    private final long total;
    private final Map<Meter, Long> parts = new EnumMap<>(Meter.class);

    ReplySplit(Fields fields, String totalKey, long total) {
        this.fields = fields;
        this.totalKey = totalKey;
        this.total = total;
    }

    void part(Meter meter, long tokens) {
        if (tokens > 0) {
            parts.merge(meter, tokens, Math::addExact);
        }
    }

    Usage addTo(Usage usage) {
        long sum = parts.values().stream().reduce(0L, Math::addExact);
        if (sum > total) {
            throw fields.contradiction(
                    totalKey,
                    "The parts of the reply ("
                            + parts.keySet().stream()
                                    .map(Meter::wireName)
                                    .collect(java.util.stream.Collectors.joining(", "))
                            + ") are " + sum + " tokens, more than “" + totalKey + "” " + total + ".");
        }
        Usage result = usage;
        if (total > sum) {
            result = result.plus(Meter.OUTPUT_TOKENS, total - sum);
        }
        for (Map.Entry<Meter, Long> part : parts.entrySet()) {
            result = result.plus(part.getKey(), part.getValue());
        }
        return result;
    }
}
