package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * OpenAI's usage, also as compatible servers and gateways write it: totals with details that are parts of them. {@code
 * total_tokens} must be the sum of both. {@link CompatibleServers} knows what single vendors add.
 */
final class OpenAiUsage implements UsageShape {
    private final Convention convention;
    private final String in;
    private final String out;

    private OpenAiUsage(Convention convention, String in, String out) {
        this.convention = convention;
        this.in = in;
        this.out = out;
    }

    static OpenAiUsage chat() {
        return new OpenAiUsage(Convention.OPENAI_CHAT, "prompt_tokens", "completion_tokens");
    }

    static OpenAiUsage responses() {
        return new OpenAiUsage(Convention.OPENAI_RESPONSES, "input_tokens", "output_tokens");
    }

    @Override
    public Convention convention() {
        return convention;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        if (convention == Convention.OPENAI_CHAT) {
            return UsageShape.hasAny(usage, "prompt_tokens", "completion_tokens");
        }
        return usage.has("total_tokens")
                || UsageShape.hasAny(
                        usage,
                        "input_tokens_details",
                        "output_tokens_details",
                        "input_token_details",
                        "output_token_details",
                        "cost_in_usd_ticks");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        List<Note> notes = new ArrayList<>();
        CompatibleServers.Additions additions = CompatibleServers.read(fields);
        Fields replyDetails = details(fields, out);
        long reply = fields.count(out);
        long reasoning = replyDetails == null ? 0 : replyDetails.count("reasoning_tokens");
        long prompt = promptTotal(fields, reply);
        ReasoningPlace place = ReasoningPlace.of(fields, prompt, reply, reasoning, additions.byXai());
        Totals.require(fields, "total_tokens", prompt + place.total(reply, reasoning));
        Fields promptDetails = details(fields, in);
        Usage usage =
                OpenAiPrompt.read(fields, in, prompt, promptDetails, notes).plus(additions.usage());
        usage = output(fields, replyDetails, place.total(reply, reasoning), usage);
        usage = place.opened(usage, reasoning, notes);
        ReportedCost cost = Costs.ofCompatible(fields);
        ServedTerms served = ServedTerms.tier(fields.text("service_tier")).or(additions.served());
        fields.ignore("type");
        for (Fields details : new Fields[] {promptDetails, replyDetails, fields}) {
            if (details != null) {
                details.close();
            }
        }
        boolean media = replyDetails != null && (replyDetails.has("audio_tokens") || replyDetails.has("image_tokens"));
        return ReportedUsage.of(usage, convention, notes)
                .served(served)
                .withReplyMedia(media)
                .withUnmetered(additions.unmetered())
                .costing(cost);
    }

    /** Servers that report only a total mean the prompt: embeddings and the like. */
    private long promptTotal(Fields fields, long reply) {
        return fields.has(in) || !fields.has("total_tokens") || reply > 0
                ? fields.count(in)
                : fields.count("total_tokens");
    }

    /** Realtime says {@code input_token_details}, as Mistral does; a plural everywhere else. */
    private static @Nullable Fields details(Fields fields, String key) {
        Fields details = fields.object(key + "_details");
        Fields other = fields.object(key.replace("_tokens", "_token_details"));
        return details == null ? other : details;
    }

    private Usage output(Fields fields, @Nullable Fields details, long total, Usage usage) {
        ReplySplit split = new ReplySplit(fields, out, total);
        if (details != null) {
            long reasoning = details.count("reasoning_tokens");
            long audio = details.count("audio_tokens");
            long image = details.count("image_tokens");
            split.part(Meter.REASONING_TOKENS, reasoning);
            split.part(Meter.AUDIO_OUTPUT_TOKENS, audio);
            split.part(Meter.IMAGE_OUTPUT_TOKENS, image);
            // servers differ on whether reasoning is part of the text
            long text = details.count("text_tokens") + audio + image;
            if (details.has("text_tokens") && text != total && text + reasoning != total) {
                throw details.contradiction(
                        "text_tokens", "The parts of the reply do not add up to “" + out + "” " + total + ".");
            }
            for (String prediction : new String[] {"accepted_prediction_tokens", "rejected_prediction_tokens"}) {
                if (details.count(prediction) > total) {
                    throw details.contradiction(
                            prediction,
                            "“" + prediction + "” is more than “" + out + "” " + total + ", of which it is a part.");
                }
            }
        }
        return split.addTo(usage);
    }
}
