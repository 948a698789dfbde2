package smeta.http.bills;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.estimate.Estimate;
import smeta.estimate.Estimator;
import smeta.estimate.Settlement;
import smeta.http.answer.Amounts;
import smeta.http.estimates.EstimateJson;
import smeta.money.Money;
import smeta.price.Bill;
import smeta.price.Note;
import smeta.price.ServiceTier;
import smeta.usage.Convention;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A bill as JSON. Its amounts are exact, unless decimals were asked for. */
final class BillJson {
    private final BillQuery asked;

    BillJson(BillQuery asked) {
        this.asked = asked;
    }

    /** @param model null for a bill by the caller's own rates */
    ObjectNode json(
            @Nullable Model model, Settlement settled, Convention convention, ServiceTier tier, List<Note> more) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Estimate.Cost cost = settled.cost();
        Bill bill = cost.bill();
        json.put("on", asked.day().toString());
        if (model != null) {
            json.put("model", model.qualifiedId());
        }
        json.put("usage_convention", convention.wireName());
        json.put("service_tier", tier.wireName());
        ArrayNode lines = json.putArray("lines");
        bill.lines().forEach(line -> EstimateJson.line(lines.addObject(), line));
        ObjectNode total = json.putObject("total");
        total.put("amount", shown(cost.likely()));
        total.put("currency", cost.likely().currency().getCurrencyCode());
        if (!cost.low().equals(cost.high())) {
            total.put("low", shown(cost.low()));
            total.put("high", shown(cost.high()));
        }
        if (cost.conversion() != null) {
            ObjectNode billed = json.putObject("billed");
            billed.put("amount", Amounts.exact(bill.likely().amount()));
            billed.put("currency", bill.currency().getCurrencyCode());
        }
        EstimateJson.surcharges(json, cost);
        json.put("complete", bill.isComplete());
        ArrayNode unpriced = json.putArray("unpriced");
        bill.unpriced().forEach(m -> unpriced.add(m.wireName()));
        tier(json, bill.tier());
        EstimateJson.exchange(
                json.putArray("exchange"),
                cost.conversion() == null ? List.of() : cost.conversion().used());
        List<Note> notes = new ArrayList<>(settled.notes());
        notes.addAll(more);
        EstimateJson.notes(json.putArray("notes"), notes);
        if (model != null) {
            sources(json, Estimator.sources(model, cost.card()));
        }
        return json;
    }

    private String shown(Money money) {
        return asked.scale() == null ? Amounts.exact(money.amount()) : Amounts.rounded(money, asked.scale());
    }

    private static void tier(ObjectNode json, Bill.@Nullable AppliedTier tier) {
        if (tier == null) {
            return;
        }
        ObjectNode one = json.putObject("tier");
        one.put("by", tier.dimension().name().toLowerCase(Locale.ROOT));
        one.put("size", tier.size());
        if (tier.threshold() == null) {
            one.putNull("threshold");
        } else {
            one.put("threshold", tier.threshold());
        }
        if (tier.outputAbove() != null) {
            one.put("output_above", tier.outputAbove());
        }
        if (tier.next() != null) {
            one.put("next", tier.next());
        }
    }

    private void sources(ObjectNode json, List<Source> sources) {
        if (!sources.isEmpty()) {
            EstimateJson.source(json.putObject("price_source"), sources.get(0));
        }
        if (asked.sources()) {
            ArrayNode all = json.putArray("sources");
            sources.forEach(s -> EstimateJson.source(all.addObject(), s));
        }
    }
}
