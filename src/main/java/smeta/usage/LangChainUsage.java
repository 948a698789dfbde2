package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/** LangChain's {@code usage_metadata}: totals whose parts are in {@code input_token_details} and its counterpart. */
final class LangChainUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.LANGCHAIN;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return UsageShape.hasAny(
                        usage.path("input_token_details"),
                        "audio",
                        "cache_read",
                        "cache_creation",
                        "ephemeral_5m_input_tokens",
                        "ephemeral_1h_input_tokens")
                || UsageShape.hasAny(usage.path("output_token_details"), "audio", "reasoning");
    }

    @Override
    public ReportedUsage read(Fields fields) {
        List<Note> notes = new ArrayList<>();
        long input = fields.count("input_tokens");
        long reply = fields.count("output_tokens");
        Totals.require(fields, "total_tokens", input + reply);
        PromptSplit split = new PromptSplit(fields, "input_tokens", input);
        Fields in = fields.object("input_token_details");
        if (in != null) {
            split.cached(in.count("cache_read"), Meter.CACHE_READ_TOKENS);
            split.media(Meter.AUDIO_TOKENS, in.count("audio"));
            split.media(Meter.IMAGE_TOKENS, in.count("image"));
            writes(in, split);
            in.close();
        }
        Usage usage = split.addTo(Usage.NONE, notes);
        ReplySplit out = new ReplySplit(fields, "output_tokens", reply);
        Fields details = fields.object("output_token_details");
        if (details != null) {
            out.part(Meter.REASONING_TOKENS, details.count("reasoning"));
            out.part(Meter.AUDIO_OUTPUT_TOKENS, details.count("audio"));
            out.part(Meter.IMAGE_OUTPUT_TOKENS, details.count("image"));
            details.close();
        }
        usage = out.addTo(usage);
        fields.close();
        return ReportedUsage.of(usage, Convention.LANGCHAIN, notes);
    }

    /** By lifetime, the general count is zero or their sum. */
    private static void writes(Fields in, PromptSplit split) {
        long five = in.count("ephemeral_5m_input_tokens");
        long hour = in.count("ephemeral_1h_input_tokens");
        long all = in.count("cache_creation");
        if (five + hour == 0) {
            if (all > 0) {
                split.written(Meter.CACHE_WRITE_TOKENS, all);
            }
            return;
        }
        if (all != 0 && all != five + hour) {
            throw in.contradiction(
                    "cache_creation",
                    "The cache writes by lifetime add up to " + (five + hour) + " tokens, but their total is " + all
                            + ".");
        }
        split.written(Meter.CACHE_WRITE_5M_TOKENS, five);
        split.written(Meter.CACHE_WRITE_1H_TOKENS, hour);
    }
}
