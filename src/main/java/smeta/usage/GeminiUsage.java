package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * Gemini's {@code usageMetadata}, also of the Live API and as Google's SDK for Python writes it: the prompt includes
 * what was cached; thoughts are beside the candidates, not in them; what tools put into the prompt is beside the
 * prompt. Where the list by modality covers a part of its total, the rest is text.
 */
final class GeminiUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.GEMINI;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return isSnake(usage)
                || UsageShape.hasAny(
                        usage,
                        "promptTokenCount",
                        "candidatesTokenCount",
                        "responseTokenCount",
                        "totalTokenCount",
                        "trafficType");
    }

    private static boolean isSnake(JsonNode usage) {
        return UsageShape.hasAny(
                usage, "prompt_token_count", "candidates_token_count", "response_token_count", "total_token_count");
    }

    @Override
    public ReportedUsage read(Fields given) {
        boolean snake = given.keys().stream().anyMatch(k -> k.endsWith("_token_count"));
        Fields fields = snake ? given.inSnakeCase() : given;
        long prompt = fields.count("promptTokenCount");
        long tools = fields.count("toolUsePromptTokenCount");
        // the Live API calls the candidates a response
        String replyKey = fields.has("responseTokenCount") ? "responseTokenCount" : "candidatesTokenCount";
        long reply = fields.agreed("how long the reply is", "candidatesTokenCount", "responseTokenCount");
        long thoughts = fields.count("thoughtsTokenCount");
        Totals.require(fields, "totalTokenCount", prompt + tools + reply + thoughts);
        List<Note> notes = new ArrayList<>();
        Usage usage = prompt(fields, prompt, notes);
        PromptSplit toolSplit = new PromptSplit(fields, "toolUsePromptTokenCount", tools);
        Map<Meter, Long> toolMedia = modalities(fields, "toolUsePromptTokensDetails", tools);
        if (toolMedia != null) {
            toolMedia.forEach(toolSplit::media);
        }
        usage = toolSplit.addTo(usage, notes);
        String replyDetails = fields.has("responseTokensDetails") ? "responseTokensDetails" : "candidatesTokensDetails";
        Map<Meter, Long> replyMedia = modalities(fields, replyDetails, reply);
        usage = reply(fields, replyKey, reply, replyMedia, usage);
        usage = thoughts == 0 ? usage : usage.plus(Meter.REASONING_TOKENS, thoughts);
        ServedTerms served = ServedTerms.tier(tier(fields));
        fields.close();
        return ReportedUsage.of(usage, Convention.GEMINI, notes).served(served).withReplyMedia(replyMedia != null);
    }

    private static Usage prompt(Fields fields, long prompt, List<Note> notes) {
        PromptSplit split = new PromptSplit(fields, "promptTokenCount", prompt);
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
        return split.addTo(Usage.NONE, notes);
    }

    /** {@code ON_DEMAND_PRIORITY} and its like (Vertex AI, reference of {@code UsageMetadata.TrafficType}). */
    private static @Nullable String tier(Fields fields) {
        String tier = fields.text("serviceTier");
        String traffic = fields.text("trafficType");
        if (traffic == null) {
            return tier == null ? null : tier.toLowerCase(Locale.ROOT);
        }
        return switch (traffic) {
            case "ON_DEMAND_PRIORITY" -> "priority";
            case "ON_DEMAND_FLEX" -> "flex";
            case "ON_DEMAND", "TRAFFIC_TYPE_UNSPECIFIED" -> tier == null ? "on_demand" : tier.toLowerCase(Locale.ROOT);
            default -> traffic.toLowerCase(Locale.ROOT);
        };
    }

    private static Usage reply(Fields fields, String key, long total, @Nullable Map<Meter, Long> media, Usage usage) {
        ReplySplit reply = new ReplySplit(fields, key, total);
        if (media != null) {
            media.forEach((meter, tokens) -> reply.part(
                    switch (meter) {
                        case IMAGE_TOKENS -> Meter.IMAGE_OUTPUT_TOKENS;
                        case AUDIO_TOKENS -> Meter.AUDIO_OUTPUT_TOKENS;
                        case VIDEO_TOKENS -> Meter.VIDEO_OUTPUT_TOKENS;
                        default -> Meter.OUTPUT_TOKENS;
                    },
                    tokens));
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
            Meter meter = modality == null ? null : PromptSplit.medium(modality);
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
        if (sum > total) {
            throw fields.contradiction(
                    key, "The parts by modality add up to " + sum + " tokens, but their total is " + total + ".");
        }
        return media;
    }
}
