package smeta.catalogue.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.price.Doubt;
import smeta.price.Note;
import smeta.price.Offer;
import smeta.price.Period;
import smeta.price.Rate;
import smeta.price.RateCard;
import smeta.price.Rates;
import smeta.price.Service;
import smeta.price.ServiceTier;
import smeta.price.Tier;
import smeta.price.Window;

/** Reads one price card. */
final class CardReader {
    private final YamlFields form;
    private final @Nullable Set<String> sources;
    private final RateLines lines;

    private CardReader(YamlFields form, @Nullable Set<String> sources) {
        this.form = form;
        this.sources = sources;
        lines = new RateLines(form.parsed("unit", PriceUnit::parse));
    }

    static RateCard read(YamlFields form, Set<String> sources) {
        return new CardReader(form, sources).read();
    }

    /** A caller's own card, which needs no source: 0 is free, and no rate is suspected. */
    static RateCard readUnsourced(YamlFields form) {
        return new CardReader(form, null).read();
    }

    private RateCard read() {
        String label = form.text("label");
        String channel = form.text("channel");
        String region = form.text("region");
        Offer offer = form.oneOf("offer", Offer::named, "sold, free, free-for-now, trial-only, not-released");
        Period period = new Period(form.instant("from"), form.instant("until"));
        if (period.isEmpty()) {
            form.defect("until", "“until” must be later than “from”");
        }
        Rates rates = lines.rates(form).missing(RateLines.missing(form));
        Tier.Dimension tierBy =
                form.oneOf("tier_by", CardReader::dimension, "prompt_tokens, output_tokens, total_tokens");
        Boolean marginal = form.bool("marginal");
        List<Tier> tiers = lines.tiers(form);
        if (tiers.stream().anyMatch(t -> t.outputAbove() != null)
                && (Boolean.TRUE.equals(marginal) || tierBy == Tier.Dimension.OUTPUT_TOKENS)) {
            form.defect(
                    "tiers",
                    "“output_above” is for tiers by the size of the prompt or the sum, and for the whole request");
        }
        Map<ServiceTier, Service> services = services();
        Map<String, BigDecimal> residency = residency();
        List<Window> windows = form.forms("windows").stream()
                .map(f -> WindowReader.read(f, lines))
                .toList();
        Map<String, Rates> variants = new LinkedHashMap<>();
        form.named("variants").forEach((name, f) -> {
            variants.put(name, lines.rates(f));
            f.close();
        });
        String vat = vat();
        String quota = form.text("quota");
        String rounding = form.text("rounding");
        List<Doubt> doubts = doubts(rates);
        String confidence = form.oneOf(
                "confidence",
                t -> Set.of("high", "medium", "low").contains(t) ? Optional.of(t) : Optional.empty(),
                "high, medium, low");
        List<Note> notes = new ArrayList<>();
        for (String key : new String[] {"note", "notes"}) {
            form.texts(key).forEach(text -> notes.add(new Note("price_note", text)));
        }
        List<String> from = sources == null ? List.of() : sources(form, sources);
        if (offer == null) {
            offer = sources == null && CardChecks.isFree(rates) ? Offer.FREE : Offer.SOLD;
        }
        CardChecks.offer(form, offer, rates, variants);
        CardChecks.modalities(form, rates, doubts, !notes.isEmpty() || sources == null);
        CardChecks.tiersWithoutCacheRate(rates, services, notes);
        Currency currency = CardChecks.currency(form, rates, tiers, variants, services, windows, doubts);
        form.close();
        return new RateCard(
                label == null ? "list price" : label,
                channel,
                region,
                offer,
                period,
                currency,
                rates,
                tierBy == null ? Tier.Dimension.PROMPT_TOKENS : tierBy,
                Boolean.TRUE.equals(marginal),
                tiers,
                services,
                residency,
                windows,
                variants,
                vat,
                quota,
                rounding,
                doubts,
                confidence,
                notes,
                from,
                null);
    }

    /** The source keys of a thing that has numbers: at least one, and each defined. */
    static List<String> sources(YamlFields form, Set<String> known) {
        List<String> keys = form.texts("source");
        if (keys.isEmpty()) {
            form.defect("source", "a number needs a source: the key “source” is missing");
        }
        for (String key : keys) {
            if (!known.contains(key)) {
                form.defect("source", "the source “" + key + "” is not among “sources” of this file");
            }
        }
        return keys;
    }

    private Map<ServiceTier, Service> services() {
        Map<ServiceTier, Service> services = new EnumMap<>(ServiceTier.class);
        for (ServiceTier tier : ServiceTier.values()) {
            if (tier == ServiceTier.STANDARD || !form.has(tier.wireName())) {
                continue;
            }
            YamlFields f = form.form(tier.wireName());
            if (f == null) {
                continue;
            }
            BigDecimal multiplier = f.factor("multiplier");
            Rates rates = lines.rates(f);
            if ((multiplier == null) == rates.isEmpty()) {
                f.defect("multiplier", "expected either a multiplier or rates for “" + tier.wireName() + "”");
            }
            services.put(tier, new Service(multiplier, rates, lines.tiers(f), f.text("note")));
            f.close();
        }
        return services;
    }

    private Map<String, BigDecimal> residency() {
        Map<String, BigDecimal> residency = new LinkedHashMap<>();
        YamlFields f = form.form("residency");
        if (f != null) {
            for (String place : f.keys()) {
                BigDecimal factor = f.factor(place);
                if (factor != null) {
                    residency.put(place, factor);
                }
            }
        }
        return residency;
    }

    private @Nullable String vat() {
        YamlFields f = form.form("vat");
        if (f == null) {
            return null;
        }
        Boolean included = f.bool("included");
        String rate = f.text("rate");
        String note = f.text("note");
        f.close();
        return (Boolean.TRUE.equals(included) ? "included" : "not included")
                + (rate == null ? "" : ", " + rate)
                + (note == null ? "" : "; " + note);
    }

    private List<Doubt> doubts(Rates rates) {
        List<Doubt> doubts = new ArrayList<>();
        for (YamlFields f : form.forms("doubts")) {
            String key = f.required("rate");
            Rate reading = f.parsed("reads", text -> lines.rate(key, text));
            Rate printed = rates.byMeter().values().stream()
                    .filter(r -> r.meter().key().equals(key))
                    .findFirst()
                    .orElse(null);
            if (printed == null) {
                f.defect("rate", "the card has no line “" + key + "” to doubt");
            } else if (reading != null) {
                doubts.add(new Doubt(printed.meter(), reading, f.required("why")));
            }
            f.text("why");
            f.close();
        }
        return doubts;
    }

    private static Optional<Tier.Dimension> dimension(String name) {
        return Arrays.stream(Tier.Dimension.values())
                .filter(d -> d.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
