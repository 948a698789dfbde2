package smeta.http.estimates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Limits;
import smeta.catalogue.MediaRule;
import smeta.catalogue.Model;
import smeta.catalogue.Quantity;
import smeta.catalogue.Source;
import smeta.estimate.Estimate;
import smeta.estimate.Estimator;
import smeta.estimate.Fit;
import smeta.http.answer.Amounts;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Unit;
import smeta.money.ExchangeRate;
import smeta.price.Bill;
import smeta.price.Note;
import smeta.price.Rate;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An estimate as JSON. Amounts are strings, counts are integers, absent means not known. */
public final class EstimateJson {
    private final int scale;
    private final Set<String> include;

    EstimateJson(int scale, Set<String> include) {
        this.scale = scale;
        this.include = include;
    }

    ObjectNode json(Estimate estimate) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Model model = estimate.model();
        json.put("model", model.qualifiedId());
        json.put("asked", estimate.asked());
        ObjectNode input = count(json.putObject("input_tokens"), estimate.input().tokens(), estimate.input().bounded());
        input.put("precision", estimate.input().precision().name().toLowerCase(java.util.Locale.ROOT));
        estimate.input().because().forEach(input.putArray("because")::add);
        input.put("tokenizer", estimate.input().tokenizer());
        count(json.putObject("output_tokens"), estimate.output().tokens(), estimate.output().bounded());
        fit(json.putObject("fit"), estimate.fit(), model.limits());
        if (estimate.cost() == null) {
            json.putNull("cost");
        } else {
            cost(json.putObject("cost"), estimate.cost(), estimate.input().bounded() && estimate.output().bounded());
            if (include.contains("lines")) {
                lines(json.putArray("lines"), estimate.cost());
            }
        }
        if (include.contains("parts")) {
            parts(json.putArray("parts"), estimate.items());
        }
        notes(json.putArray("notes"), estimate.notes());
        if (estimate.cost() != null) {
            List<Source> sources = Estimator.sources(model, estimate.cost().card());
            if (!sources.isEmpty()) {
                source(json.putObject("price_source"), sources.get(0));
            }
        }
        if (include.contains("sources")) {
            sources(json.putObject("sources"), estimate);
        }
        return json;
    }

    public static ObjectNode count(ObjectNode json, Count count, boolean bounded) {
        json.put("low", count.low());
        json.put("likely", count.likely());
        if (bounded) {
            json.put("high", count.high());
        }
        return json;
    }

    public static void fit(ObjectNode json, Fit fit, Limits limits) {
        json.put("verdict", fit.verdict().wireName());
        limit(json, "context", limits.context());
        limit(json, "max_input", limits.maxInput());
        limit(json, "max_output", limits.maxOutput());
        if (fit.roomForReply() != null) {
            json.put("room_for_reply", fit.roomForReply());
        }
        if (fit.overBy() > 0) {
            json.put("over_by", fit.overBy());
        }
        fit.reasons().forEach(json.putArray("reasons")::add);
    }

    public static void limit(ObjectNode json, String name, @Nullable Quantity quantity) {
        if (quantity != null) {
            json.put(name, quantity.tokens());
        }
    }

    private void cost(ObjectNode json, Estimate.Cost cost, boolean bounded) {
        json.put("complete", cost.bill().isComplete());
        json.put("currency", cost.likely().currency().getCurrencyCode());
        json.put("low", Amounts.rounded(cost.low(), scale));
        json.put("likely", Amounts.rounded(cost.likely(), scale));
        if (bounded) {
            json.put("high", Amounts.rounded(cost.high(), scale));
        }
        surcharges(json, cost);
        ObjectNode billed = json.putObject("billed");
        billed.put("amount", Amounts.exact(cost.bill().likely().amount()));
        billed.put("currency", cost.bill().currency().getCurrencyCode());
        ArrayNode unpriced = json.putArray("unpriced");
        cost.bill().unpriced().forEach(m -> unpriced.add(m.wireName()));
    }

    /** What came on top of the exchange rate, so that the three can be told apart. */
    public static void surcharges(ObjectNode json, Estimate.Cost cost) {
        if (!cost.surcharges().isNone()) {
            ObjectNode surcharges = json.putObject("surcharges");
            surcharges.put("markup_percent", cost.surcharges().markup().toPlainString());
            surcharges.put("vat_percent", cost.surcharges().vat().toPlainString());
        }
    }

    private static void lines(ArrayNode json, Estimate.Cost cost) {
        for (Bill.Line line : cost.bill().lines()) {
            line(json.addObject(), line);
        }
    }

    public static void line(ObjectNode json, Bill.Line line) {
        Item item = line.item();
        json.put("item", item.name());
        json.put("meter", item.meter().wireName());
        quantity(json, item);
        if (item.how() != null) {
            json.put("how", item.how());
        }
        Rate rate = line.rate();
        if (rate == null || line.likely() == null) {
            json.putNull("amount");
            return;
        }
        rate(json.putObject("rate"), rate);
        if (line.from() != null) {
            json.put("rate_of", line.from().wireName());
        }
        ObjectNode amount = json.putObject("amount");
        amount.put("amount", Amounts.exact(line.likely().amount()));
        amount.put("currency", line.likely().currency().getCurrencyCode());
        if (line.low() != null && line.high() != null && !line.low().equals(line.high())) {
            json.put("low", Amounts.exact(line.low().amount()));
            json.put("high", Amounts.exact(line.high().amount()));
        }
        json.put("formula", formula(item, rate));
    }

    private static void quantity(ObjectNode json, Item item) {
        if (item.meter().unit() == Unit.SECONDS) {
            json.put("quantity", java.math.BigDecimal.valueOf(item.count().likely(), 3).stripTrailingZeros());
            return;
        }
        json.put("quantity", item.count().likely());
        if (!item.count().isExact()) {
            json.put("quantity_low", item.count().low());
            json.put("quantity_high", item.count().high());
        }
    }

    private static String formula(Item item, Rate rate) {
        String quantity = item.meter().unit() == Unit.SECONDS
                ? java.math.BigDecimal.valueOf(item.count().likely(), 3)
                        .stripTrailingZeros()
                        .toPlainString()
                : Long.toString(item.count().likely());
        return quantity + " × " + rate.price().toPlainString() + " " + rate.currency()
                + (rate.per() == 1 ? "" : " / " + rate.per());
    }

    public static void rate(ObjectNode json, Rate rate) {
        json.put("amount", rate.price().toPlainString());
        json.put("currency", rate.currency().getCurrencyCode());
        json.put("per", rate.per());
    }

    private static void parts(ArrayNode json, List<Item> items) {
        for (Item item : items) {
            ObjectNode part = json.addObject();
            part.put("item", item.name());
            part.put("meter", item.meter().wireName());
            quantity(part, item);
            if (item.how() != null) {
                part.put("how", item.how());
            }
        }
    }

    public static void notes(ArrayNode json, List<Note> notes) {
        for (Note note : notes) {
            json.addObject().put("code", note.code()).put("text", note.text());
        }
    }

    public static void source(ObjectNode json, Source source) {
        json.put("title", source.title());
        if (source.url() != null) {
            json.put("url", source.url());
        }
        json.put("as_of", source.asOf());
        json.put("vendor", source.vendor());
    }

    private static void sources(ObjectNode json, Estimate estimate) {
        Model model = estimate.model();
        if (estimate.cost() != null) {
            ArrayNode price = json.putArray("price");
            Estimator.sources(model, estimate.cost().card()).forEach(s -> source(price.addObject(), s));
        }
        if (model.limits().source() != null) {
            ArrayNode limits = json.putArray("limits");
            for (String key : model.limits().source().split(", ")) {
                model.source(key).ifPresent(s -> source(limits.addObject(), s));
            }
        }
        ObjectNode framing = json.putObject("framing");
        framing.put("rule", model.framing().title());
        if (model.framing().source() != null) {
            source(framing, model.framing().source());
        }
        for (MediaRule rule : new MediaRule[] {model.image(), model.audio(), model.video(), model.document()}) {
            if (rule != null) {
                model.source(rule.source())
                        .ifPresent(
                                s -> source(json.withArray("media").addObject().put("rule", rule.rule()), s));
            }
        }
    }

    public static void exchange(ArrayNode json, List<ExchangeRate> used) {
        for (ExchangeRate rate : used) {
            json.addObject()
                    .put("from", rate.from().getCurrencyCode())
                    .put("to", rate.to().getCurrencyCode())
                    .put("rate", rate.rate().toPlainString())
                    .put("date", rate.date().toString())
                    .put("source", rate.source());
        }
    }
}
