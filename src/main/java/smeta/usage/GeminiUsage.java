package smeta.usage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * Gemini's {@code usageMetadata}: the prompt includes what was cached; thoughts are beside the candidates, not in them;
 * what tools put into the prompt is beside the prompt.
 */
final class GeminiUsage {
    private GeminiUsage() {}

    static ReportedUsage read(Fields fields) {
        long prompt = fields.count("promptTokenCount");
        long tools = fields.count("toolUsePromptTokenCount");
        long candidates = fields.count("candidatesTokenCount");
        long thoughts = fields.count("thoughtsTokenCount");
        OpenAiUsage.total(fields, "totalTokenCount", prompt + tools + candidates + thoughts);
        List<Note> notes = new ArrayList<>();
        Split split = new Split(fields, "promptTokenCount", prompt);
        Map<Meter, Long> media = modalities(fields, "promptTokensDetails", prompt);
        if (media != null) {
            media.forEach(split::media);
        }
        long cached = fields.count("cachedContentTokenCount");
        split.cached(cached, Meter.CACHE_READ_TOKENS);
        Map<Meter, Long> cachedMedia = modalities(fields, "cacheTokensDetails", cached);
        if (cachedMedia != null) {
            split.cacheIsText();
            cachedMedia.forEach(split::cachedMedia);
        }
        Usage usage = split.addTo(Usage.NONE, notes);
        Split toolSplit = new Split(fields, "toolUsePromptTokenCount", tools);
        Map<Meter, Long> toolMedia = modalities(fields, "toolUsePromptTokensDetails", tools);
        if (toolMedia != null) {
            toolMedia.forEach(toolSplit::media);
        }
        usage = toolSplit.addTo(usage, notes);
        usage = reply(fields, candidates, usage);
        if (thoughts > 0) {
            usage = usage.plus(Meter.REASONING_TOKENS, thoughts);
        }
        String tier = fields.text("serviceTier");
        fields.ignore("trafficType");
        fields.close();
        return new ReportedUsage(usage, Convention.GEMINI, tier, notes);
    }

    private static Usage reply(Fields fields, long candidates, Usage usage) {
        ReplySplit reply = new ReplySplit(fields, "candidatesTokenCount", candidates);
        Map<Meter, Long> media = modalities(fields, "candidatesTokensDetails", candidates);
        if (media != null) {
            media.forEach((meter, tokens) -> reply.part(switch (meter) {
                case IMAGE_TOKENS -> Meter.IMAGE_OUTPUT_TOKENS;
                case AUDIO_TOKENS -> Meter.AUDIO_OUTPUT_TOKENS;
                case VIDEO_TOKENS -> Meter.VIDEO_OUTPUT_TOKENS;
                default -> Meter.OUTPUT_TOKENS;
            }, tokens));
        }
        return reply.addTo(usage);
    }

    /** Tokens by medium, text left out; null if the vendor gives no such list. */
    private static @Nullable Map<Meter, Long> modalities(Fields fields, String key, long total) {
        if (!fields.has(key)) {
            return null;
        }
        Map<Meter, Long> media = new EnumMap<>(Meter.class);
        long sum = 0;
        for (Fields part : fields.list(key)) {
            String modality = part.text("modality");
            long tokens = part.count("tokenCount");
            part.close();
            Meter meter = modality == null ? null : Split.medium(modality);
            if (meter == null && !"TEXT".equals(modality) && !"MODALITY_UNSPECIFIED".equals(modality)) {
                throw part.bad(
                        "modality",
                        "unknown_usage",
                        "The modality is none that is known here.",
                        "known are TEXT, IMAGE, AUDIO, VIDEO, DOCUMENT");
            }
            if (meter != null) {
                media.merge(meter, tokens, Math::addExact);
            }
            sum += tokens;
        }
        if (sum != total) {
            throw fields.contradiction(
                    key, "The parts by modality add up to " + sum + " tokens, but their total is " + total + ".");
        }
        return media;
    }
}
