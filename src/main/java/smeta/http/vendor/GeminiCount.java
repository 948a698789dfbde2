package smeta.http.vendor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import smeta.estimate.Estimate;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.prompt.Prompt;

/**
 * The answer of Gemini's {@code countTokens}. The endpoint counts a single turn as its parts alone, each turn of a
 * longer conversation as one token more (generative-ai-python, samples/count_tokens.py: 10 for the fox, 21 with the
 * cat's system instruction, 263 with a picture, 10 for a history of two turns, 25 for a third one).
 */
final class GeminiCount {
    /** As Google's {@code Modality} has them, in its order. */
    private enum Modality {
        TEXT,
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT
    }

    private GeminiCount() {}

    static CountResource.Counted of(Prompt prompt, Estimate estimate) {
        boolean conversation = prompt.messages().stream()
                        .filter(m -> !m.role().equals("system"))
                        .count()
                > 1;
        Map<Modality, Long> details = new TreeMap<>();
        long low = 0;
        long high = 0;
        for (Item item : estimate.items()) {
            if (item.meter().isPromptTokens() && (conversation || !item.name().equals("framing"))) {
                details.merge(modality(item.meter()), item.count().likely(), Long::sum);
                low += item.count().low();
                high += item.count().high();
            }
        }
        long total = details.values().stream().mapToLong(Long::longValue).sum();
        List<GeminiTokenCount.OfModality> list = details.entrySet().stream()
                .map(e -> new GeminiTokenCount.OfModality(e.getKey().name(), e.getValue()))
                .toList();
        return new CountResource.Counted(new GeminiTokenCount(total, list), Count.between(low, total, high));
    }

    private static Modality modality(Meter meter) {
        return switch (meter) {
            case IMAGE_TOKENS -> Modality.IMAGE;
            case VIDEO_TOKENS -> Modality.VIDEO;
            case AUDIO_TOKENS -> Modality.AUDIO;
            case DOCUMENT_TOKENS -> Modality.DOCUMENT;
            default -> Modality.TEXT;
        };
    }
}
