package smeta.http.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Limits;
import smeta.catalogue.MediaRule;
import smeta.catalogue.Model;
import smeta.catalogue.Quantity;
import smeta.http.estimates.EstimateJson;
import smeta.media.Description;
import smeta.price.RateCard;
import smeta.price.Rates;
import smeta.price.Service;
import smeta.price.ServiceTier;
import smeta.price.Tier;
import smeta.price.Window;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A model as JSON. */
final class ModelJson {
    private final Instant now;

    ModelJson(Instant now) {
        this.now = now;
    }

    /** What a list shows. */
    ObjectNode brief(Model model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", model.qualifiedId());
        json.put("object", "model");
        json.put("owned_by", model.maker() == null ? model.providerTitle() : model.maker());
        json.put("provider", model.provider());
        json.put("name", model.id());
        json.put("title", model.title());
        model.aliases().forEach(json.putArray("aliases")::add);
        names(json.putArray("accepts"), model.accepts());
        names(json.putArray("gives"), model.gives());
        if (model.tools() != null) {
            json.put("tools", model.tools());
        }
        if (model.reasons() != null) {
            json.put("reasons", model.reasons());
        }
        text(json, "status", model.status());
        text(json, "released", model.released());
        if (model.retirement() != null) {
            json.put("retired", model.retirement().on().toString());
        }
        json.put("tokenizer", model.tokenizer());
        limits(json.putObject("limits"), model);
        model.card(now, null, null)
                .ifPresentOrElse(
                        card -> card(json.putObject("rates"), model, card, false), () -> json.putNull("rates"));
        return json;
    }

    ObjectNode full(Model model) {
        ObjectNode json = brief(model);
        json.put("origin", model.origin());
        text(json, "same_as", model.sameAs());
        text(json, "points_to", model.pointsTo());
        model.capabilities().forEach(json.putArray("capabilities")::add);
        if (model.retirement() != null) {
            ObjectNode retired = json.putObject("retirement");
            retired.put("on", model.retirement().on().toString());
            text(retired, "note", model.retirement().note());
            source(retired, model, model.retirement().source());
        }
        framing(json.putObject("framing"), model);
        ObjectNode rules = json.putObject("media_rules");
        rule(
                rules,
                "image",
                model,
                model.image(),
                model.media().image() == null ? null : model.media().image().describe());
        rule(
                rules,
                "audio",
                model,
                model.audio(),
                model.media().audio() == null ? null : model.media().audio().describe());
        rule(
                rules,
                "video",
                model,
                model.video(),
                model.media().video() == null ? null : model.media().video().describe());
        rule(
                rules,
                "document",
                model,
                model.document(),
                model.media().document() == null
                        ? null
                        : model.media().document().describe());
        ArrayNode printed = json.putArray("printed");
        model.printed().forEach(p -> {
            ObjectNode one = printed.addObject();
            p.figures().forEach((name, figure) -> one.put(name, asPrinted(figure)));
            text(one, "note", p.note());
            source(one, model, p.source());
        });
        ArrayNode cards = json.putArray("price_cards");
        model.rates().forEach(card -> card(cards.addObject(), model, card, true));
        model.notes().forEach(json.putArray("notes")::add);
        ObjectNode sources = json.putObject("sources");
        new java.util.TreeMap<>(model.sources())
                .forEach((key, source) -> EstimateJson.source(sources.putObject(key), source));
        return json;
    }

    private static void names(ArrayNode json, java.util.Set<smeta.catalogue.Modality> modalities) {
        new TreeSet<>(modalities).forEach(m -> json.add(m.wireName()));
    }

    private void limits(ObjectNode json, Model model) {
        Limits limits = model.limits();
        limit(json, "context", limits.context());
        limit(json, "max_input", limits.maxInput());
        limit(json, "max_output", limits.maxOutput());
        limit(json, "tokens_per_image", limits.tokensPerImage());
        text(json, "source", limits.source());
    }

    /** The catalogue's files group digits by {@code _}; who prints them does it by a comma. */
    private static String asPrinted(String figure) {
        return figure.replaceAll("(?<=[0-9])_(?=[0-9])", ",");
    }

    /** A round figure also as it was printed. */
    private static void limit(ObjectNode json, String name, @Nullable Quantity quantity) {
        if (quantity != null) {
            json.put(name, quantity.tokens());
            if (quantity.round()) {
                json.put(name + "_printed", asPrinted(quantity.printed()));
            }
        }
    }

    private static void framing(ObjectNode json, Model model) {
        json.put("title", model.framing().title());
        json.put(
                "formula",
                model.framing().start() + " + Σ (" + model.framing().perMessage()
                        + (model.framing().countRole() ? " + role" : "") + " + content) + "
                        + model.framing().reply());
        text(json, "note", model.framing().note());
        if (model.framing().source() != null) {
            EstimateJson.source(json.putObject("source"), model.framing().source());
        }
        if (model.toolOverhead() != null) {
            json.put("tool_overhead_auto", model.toolOverhead().auto());
            json.put("tool_overhead_any", model.toolOverhead().any());
        }
    }

    private static void rule(
            ObjectNode json,
            String medium,
            Model model,
            @Nullable MediaRule declared,
            @Nullable Description description) {
        if (declared == null || description == null) {
            return;
        }
        ObjectNode one = json.putObject(medium);
        one.put("rule", declared.rule());
        one.put("in_words", description.words());
        one.put("formula", description.formula());
        ObjectNode parameters = one.putObject("parameters");
        declared.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> parameters.put(e.getKey(), asPrinted(e.getValue())));
        source(one, model, declared.source());
    }

    private void card(ObjectNode json, Model model, RateCard card, boolean everything) {
        json.put("label", card.label());
        text(json, "channel", card.channel());
        text(json, "region", card.region());
        json.put("offer", card.offer().wireName());
        if (card.period().from() != null) {
            json.put("from", card.period().from().toString());
        }
        if (card.period().until() != null) {
            json.put("until", card.period().until().toString());
        }
        if (card.currency() != null) {
            json.put("currency", card.currency().getCurrencyCode());
        }
        rates(json.putObject("lines"), card.rates());
        if (!card.tiers().isEmpty()) {
            json.put("tier_by", card.tierBy().name().toLowerCase(Locale.ROOT));
            json.put("marginal", card.marginal());
            ArrayNode tiers = json.putArray("tiers");
            card.tiers().forEach(t -> tier(tiers.addObject(), t));
        }
        if (!card.services().isEmpty()) {
            ObjectNode services = json.putObject("services");
            for (ServiceTier tier : ServiceTier.values()) {
                Service service = card.services().get(tier);
                if (service != null) {
                    service(services.putObject(tier.wireName()), service);
                }
            }
        }
        if (everything) {
            details(json, card);
        }
        if (card.discount() != null) {
            json.putObject("discount")
                    .put("name", card.discount().name())
                    .put("percent", card.discount().percent().toPlainString());
        }
        ArrayNode sources = json.putArray("sources");
        card.sources().forEach(key -> model.source(key).ifPresent(s -> {
            ObjectNode one = sources.addObject();
            one.put("key", key);
            EstimateJson.source(one, s);
        }));
    }

    private static void tier(ObjectNode json, Tier tier) {
        json.put(tier.inclusive() ? "from" : "above", tier.threshold());
        if (tier.outputAbove() != null) {
            json.put("output_above", tier.outputAbove());
        }
        rates(json.putObject("lines"), tier.rates());
    }

    private static void service(ObjectNode json, Service service) {
        if (service.multiplier() != null) {
            json.put("multiplier", service.multiplier().toPlainString());
        } else {
            rates(json.putObject("lines"), service.rates());
        }
        text(json, "note", service.note());
    }

    private static void details(ObjectNode json, RateCard card) {
        if (!card.residency().isEmpty()) {
            ObjectNode residency = json.putObject("residency");
            card.residency().forEach((place, factor) -> residency.put(place, factor.toPlainString()));
        }
        if (!card.windows().isEmpty()) {
            ArrayNode windows = json.putArray("windows");
            for (Window window : card.windows()) {
                ObjectNode one = windows.addObject();
                one.put("name", window.name());
                one.put("zone", window.zone().getId());
                window.hours().forEach(h -> one.withArray("hours").add(h.from() + "-" + h.to()));
                new TreeSet<>(window.days()).forEach(d -> one.withArray("days")
                        .add(d.name().substring(0, 3).toLowerCase(Locale.ROOT)));
                text(one, "except", window.except());
                if (window.multiplier() != null) {
                    one.put("multiplier", window.multiplier().toPlainString());
                } else {
                    rates(one.putObject("lines"), window.rates());
                }
            }
        }
        if (!card.variants().isEmpty()) {
            ObjectNode variants = json.putObject("variants");
            new java.util.TreeMap<>(card.variants()).forEach((name, rates) -> rates(variants.putObject(name), rates));
        }
        card.doubts().forEach(d -> json.withArray("doubts")
                .addObject()
                .put("line", d.meter().key())
                .put("reads", d.reading().toString())
                .put("why", d.why()));
        text(json, "vat", card.vat());
        text(json, "quota", card.quota());
        text(json, "rounding", card.rounding());
        text(json, "confidence", card.confidence());
        card.notes().forEach(n -> json.withArray("notes").add(n.text()));
    }

    private static void rates(ObjectNode json, Rates rates) {
        rates.byMeter().forEach((meter, rate) -> EstimateJson.rate(json.putObject(meter.wireName()), rate));
    }

    private static void source(ObjectNode json, Model model, String key) {
        model.source(key).ifPresent(s -> EstimateJson.source(json.putObject("source"), s));
    }

    private static void text(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
