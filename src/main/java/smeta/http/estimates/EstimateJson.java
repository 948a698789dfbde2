package smeta.http.estimates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import smeta.catalogue.Source;
import smeta.meter.Count;
import smeta.price.Rate;

/** Parts of answers that are still trees: those of models, imports and batches. */
public final class EstimateJson {
    private EstimateJson() {}

    public static ObjectNode count(ObjectNode json, Count count, boolean bounded) {
        json.put("low", count.low());
        json.put("likely", count.likely());
        if (bounded) {
            json.put("high", count.high());
        }
        return json;
    }

    public static void rate(ObjectNode json, Rate rate) {
        json.put("amount", rate.price().toPlainString());
        json.put("currency", rate.currency().getCurrencyCode());
        json.put("per", rate.per());
    }

    public static void source(ObjectNode json, Source source) {
        json.put("title", source.title());
        if (source.url() != null) {
            json.put("url", source.url());
        }
        json.put("as_of", source.asOf());
        json.put("vendor", source.vendor());
    }
}
