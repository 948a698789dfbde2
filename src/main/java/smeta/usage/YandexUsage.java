package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/** Yandex' own completion: numbers stand in quotes; reasoning is a part of the completion. */
final class YandexUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.YANDEX;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return usage.has("inputTextTokens");
    }

    @Override
    public ReportedUsage read(Fields given) {
        Fields fields = given.withNumbersAsText();
        long prompt = fields.count("inputTextTokens");
        long reply = fields.count("completionTokens");
        Totals.require(fields, "totalTokens", prompt + reply);
        Usage usage = prompt == 0 ? Usage.NONE : Usage.of(Meter.INPUT_TOKENS, prompt);
        ReplySplit split = new ReplySplit(fields, "completionTokens", reply);
        Fields details = fields.object("completionTokensDetails");
        if (details != null) {
            split.part(Meter.REASONING_TOKENS, details.count("reasoningTokens"));
            details.close();
        }
        usage = split.addTo(usage);
        fields.close();
        return ReportedUsage.of(usage, Convention.YANDEX, List.of());
    }
}
