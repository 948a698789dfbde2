package smeta.catalogue.yaml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Quantity;
import smeta.meter.Meter;
import smeta.price.Rate;
import smeta.price.Rates;
import smeta.price.Tier;

/** Reads the rates of a price card, of its tiers and of what replaces them, in the card's unit. */
final class RateLines {
    private static final Set<String> KEYS = new LinkedHashSet<>();

    static {
        for (Meter meter : Meter.values()) {
            KEYS.add(meter.key());
        }
    }

    private final @Nullable PriceUnit unit;

    /** @param unit null if each line states its own */
    RateLines(@Nullable PriceUnit unit) {
        this.unit = unit;
    }

    /** @throws IllegalArgumentException if the line has no unit, or one that its meter can't have */
    Rate rate(String key, String text) {
        return PriceUnit.rate(key, text, unit);
    }

    /** Those of its lines that are rates. */
    Rates rates(YamlFields from) {
        Map<Meter, Rate> rates = new EnumMap<>(Meter.class);
        for (String key : KEYS) {
            if (from.has(key)) {
                Rate rate = from.parsed(key, text -> rate(key, text));
                if (rate != null && rates.putIfAbsent(rate.meter(), rate) != null) {
                    from.defect(key, "two lines price " + rate.meter().wireName());
                }
            }
        }
        return new Rates(rates);
    }

    /** The meters that a card says it has no believed rate for. */
    static List<Meter> missing(YamlFields form) {
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

    /** They ascend, and each has a rate. */
    List<Tier> tiers(YamlFields from) {
        List<Tier> tiers = new ArrayList<>();
        for (YamlFields f : from.forms("tiers")) {
            boolean inclusive = f.has("from");
            Quantity threshold = f.parsed(inclusive ? "from" : "above", text -> Quantity.parse(text, 1000));
            Quantity outputAbove = f.parsed("output_above", text -> Quantity.parse(text, 1000));
            if (threshold == null && !f.has("above") && !inclusive && outputAbove == null) {
                f.defect("above", "a tier needs “above: n” (strictly more) or “from: n” (at least)");
            }
            Tier tier = new Tier(
                    threshold == null ? 0 : threshold.tokens(),
                    inclusive || threshold == null,
                    rates(f),
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
}
