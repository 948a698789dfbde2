package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/**
 * Cohere's {@code usage} (version 2) and {@code meta} (version 1): {@code billed_units} is what is billed, {@code
 * tokens} what the model saw.
 */
final class CohereUsage implements UsageShape {
    @Override
    public Convention convention() {
        return Convention.COHERE;
    }

    @Override
    public boolean recognises(JsonNode usage) {
        return usage.path("billed_units").isObject();
    }

    @Override
    public ReportedUsage read(Fields fields) {
        List<String> unmetered = new ArrayList<>();
        Usage usage = Usage.NONE;
        Fields billed = fields.object("billed_units");
        if (billed == null) {
            throw fields.bad(
                    "billed_units",
                    "unknown_usage",
                    "There are no “billed_units”.",
                    "send Cohere's usage or meta as it came");
        }
        usage = plus(usage, Meter.INPUT_TOKENS, billed.count("input_tokens"));
        usage = plus(usage, Meter.OUTPUT_TOKENS, billed.count("output_tokens"));
        usage = plus(usage, Meter.IMAGE_TOKENS, billed.count("image_tokens"));
        usage = plus(usage, Meter.REQUESTS, billed.count("search_units"));
        for (String key : new String[] {"classifications", "images"}) {
            if (billed.count(key) > 0) {
                unmetered.add(key);
            }
        }
        billed.close();
        // what the model saw, of which the billed units are what costs; the cache isn't priced
        fields.ignore("tokens", "api_version", "warnings", "cached_tokens");
        fields.close();
        return ReportedUsage.of(usage, Convention.COHERE, List.of()).withUnmetered(unmetered);
    }

    private static Usage plus(Usage usage, Meter meter, long count) {
        return count == 0 ? usage : usage.plus(meter, count);
    }
}
