package smeta.catalogue.yaml;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Quantity;
import smeta.meter.Meter;
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
    private static final Set<String> KEYS = new LinkedHashSet<>();

    static {
        for (Meter meter : Meter.values()) {
            KEYS.add(meter.key());
        }
    }

    private final YamlFields form;
    private final @Nullable Set<String> sources;
    private @Nullable PriceUnit unit;

    private CardReader(YamlFields form, @Nullable Set<String> sources) {
        this.form = form;
        this.sources = sources;
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
        unit = form.parsed("unit", PriceUnit::parse);
        Rates rates = rates(form).missing(missing());
        Tier.Dimension tierBy =
                form.oneOf("tier_by", CardReader::dimension, "prompt_tokens, output_tokens, total_tokens");
        Boolean marginal = form.bool("marginal");
        List<Tier> tiers = tiers(form);
        if (tiers.stream().anyMatch(t -> t.outputAbove() != null)
                && (Boolean.TRUE.equals(marginal) || tierBy == Tier.Dimension.OUTPUT_TOKENS)) {
            form.defect(
                    "tiers",
                    "“output_above” is for tiers by the size of the prompt or the sum, and for the whole request");
        }
        Map<ServiceTier, Service> services = services();
        Map<String, BigDecimal> residency = residency();
        List<Window> windows = windows();
        Map<String, Rates> variants = new LinkedHashMap<>();
        form.named("variants").forEach((name, f) -> {
            variants.put(name, rates(f));
            f.close();
        });
        String vat = vat();
        String quota = form.text("quota");
        String rounding = form.text("rounding");
        List<Doubt> doubts = doubts(rates);
        String confidence = form.oneOf("confidence", t -> Set.of("high", "medium", "low").contains(t)
                ? java.util.Optional.of(t) : java.util.Optional.empty(), "high, medium, low");
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

    private Rates rates(YamlFields from) {
        Map<Meter, Rate> rates = new EnumMap<>(Meter.class);
        for (String key : KEYS) {
            if (from.has(key)) {
                Rate rate = from.parsed(key, text -> PriceUnit.rate(key, text, unit));
                if (rate != null && rates.putIfAbsent(rate.meter(), rate) != null) {
                    from.defect(key, "two lines price " + rate.meter().wireName());
                }
            }
        }
        return new Rates(rates);
    }

    private List<Meter> missing() {
        List<Meter> missing = new ArrayList<>();
        for (String key : form.texts("missing")) {
            if (KEYS.contains(key)) {
                missing.addAll(Meter.ofKey(key));
            } else {
                form.defect("missing", "expected lines of a price card in “missing”, found “" + key + "”");
            }
        }
        return missing;
    }

    private List<Tier> tiers(YamlFields from) {
        List<Tier> tiers = new ArrayList<>();
        for (YamlFields f : from.forms("tiers")) {
            boolean inclusive = f.has("from");
            Quantity threshold = f.parsed(inclusive ? "from" : "above", text -> Quantity.parse(text, 1000));
            Quantity outputAbove = f.parsed("output_above", text -> Quantity.parse(text, 1000));
            if (threshold == null && !f.has("above") && !inclusive && outputAbove == null) {
                f.defect("above", "a tier needs “above: n” (strictly more) or “from: n” (at least)");
            }
            Tier tier = new Tier(threshold == null ? 0 : threshold.tokens(), inclusive || threshold == null, rates(f),
                    outputAbove == null ? null : Long.valueOf(outputAbove.tokens()));
            if (!tiers.isEmpty() && !ascend(tiers.get(tiers.size() - 1), tier)) {
                f.defect(
                        "above",
                        "tiers must ascend: " + tier.threshold() + " comes after "
                                + tiers.get(tiers.size() - 1).threshold());
            }
            if (tier.rates().isEmpty()) {
                f.defect("above", "a tier without rates changes nothing");
            }
            f.text("note");
            f.close();
            tiers.add(tier);
        }
        return tiers;
    }

    private static boolean ascend(Tier before, Tier tier) {
        long outputBefore = before.outputAbove() == null ? -1 : before.outputAbove();
        long output = tier.outputAbove() == null ? -1 : tier.outputAbove();
        return tier.first() > before.first() || tier.first() == before.first() && output > outputBefore;
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
            Rates rates = rates(f);
            if ((multiplier == null) == rates.isEmpty()) {
                f.defect("multiplier", "expected either a multiplier or rates for “" + tier.wireName() + "”");
            }
            services.put(tier, new Service(multiplier, rates, tiers(f), f.text("note")));
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

    private List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        for (YamlFields f : form.forms("windows")) {
            ZoneId zone = f.parsed("zone", ZoneId::of);
            List<Window.Range> hours = new ArrayList<>();
            for (String range : f.texts("hours")) {
                try {
                    String[] ends = range.split("-");
                    hours.add(new Window.Range(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
                } catch (RuntimeException e) {
                    f.defect("hours", "expected hours like 16:30-00:30, found “" + range + "”");
                }
            }
            if (hours.isEmpty()) {
                f.defect("hours", "a window needs “hours”");
            }
            Set<DayOfWeek> days = f.has("days") ? f.parsed("days", CardReader::days) : EnumSet.allOf(DayOfWeek.class);
            BigDecimal multiplier = f.factor("multiplier");
            Rates rates = rates(f);
            if ((multiplier == null) == rates.isEmpty()) {
                f.defect("multiplier", "expected either a multiplier or rates for the hours");
            }
            windows.add(new Window(f.required("name"), zone == null ? java.time.ZoneOffset.UTC : zone, hours,
                    days == null ? Set.of() : days, f.text("except"), rates, multiplier));
            f.close();
        }
        return windows;
    }

    private static Set<DayOfWeek> days(String text) {
        List<String> names = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
        String[] ends = text.split("-");
        int from = names.indexOf(ends[0]);
        int to = names.indexOf(ends[ends.length - 1]);
        if (from < 0 || to < from || ends.length > 2) {
            throw new IllegalArgumentException("expected days like mon-fri, found “" + text + "”");
        }
        return EnumSet.range(DayOfWeek.of(from + 1), DayOfWeek.of(to + 1));
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
            Rate reading = f.parsed("reads", text -> PriceUnit.rate(key, text, unit));
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

    private static java.util.Optional<Tier.Dimension> dimension(String name) {
        return java.util.Arrays.stream(Tier.Dimension.values())
                .filter(d -> d.name().toLowerCase(java.util.Locale.ROOT).equals(name)).findFirst();
    }
}
