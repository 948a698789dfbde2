package smeta.catalogue.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.money.Fraction;
import smeta.price.Doubt;
import smeta.price.Note;
import smeta.price.Offer;
import smeta.price.Rate;
import smeta.price.RateCard;
import smeta.price.Rates;
import smeta.price.Service;
import smeta.price.ServiceTier;
import smeta.price.Tier;
import smeta.price.Window;

/** What must hold of a price card as a whole. */
final class CardChecks {
    /** A modality's rate this many times away from the card's text rate is a slip until the card says otherwise. */
    private static final BigDecimal SUSPICIOUS = BigDecimal.valueOf(50);

    private CardChecks() {}

    static void offer(YamlFields form, Offer offer, Rates rates, Map<String, Rates> variants) {
        if (offer.hasPrice() && rates.isEmpty() && variants.isEmpty()) {
            form.defect("offer", "a card without rates must say why: offer: trial-only or not-released");
        }
        if (!offer.hasPrice() && !rates.isEmpty()) {
            form.defect("offer", "what is " + offer.wireName() + " has no rates");
        }
        if (offer == Offer.SOLD && isFree(rates)) {
            form.defect("offer", "every rate is 0: say offer: free or free-for-now");
        }
    }

    /** A warning on the card: a faster or cheaper tier with rates of its own that forgets the cache. */
    static void tiersWithoutCacheRate(Rates base, Map<ServiceTier, Service> services, List<Note> notes) {
        services.forEach((tier, service) -> {
            boolean own = service.multiplier() == null
                    && service.rates().get(Meter.INPUT_TOKENS).isPresent();
            if (own
                    && tier != ServiceTier.BATCH
                    && base.get(Meter.CACHE_READ_TOKENS).isPresent()
                    && service.rates().get(Meter.CACHE_READ_TOKENS).isEmpty()) {
                notes.add(new Note(
                                "tier_without_cache_rate",
                                "The tier “{tier}” has no rate for cached tokens here, although the standard prices do:"
                                        + " they cost its input rate.")
                        .with("tier", tier.wireName()));
            }
        });
    }

    /** Of one channel and region, one card holds at a time. */
    static void periods(YamlFields holder, List<RateCard> rates, List<Integer> lines) {
        for (int i = 0; i < rates.size(); i++) {
            for (int j = 0; j < i; j++) {
                RateCard a = rates.get(i);
                RateCard b = rates.get(j);
                if (Objects.equals(a.channel(), b.channel())
                        && Objects.equals(a.region(), b.region())
                        && a.period().overlaps(b.period())) {
                    holder.defectAt(
                            lines.get(i),
                            "the period of this card overlaps that of the card on line " + lines.get(j)
                                    + "; end one with “until”, or give it a channel or a region");
                }
            }
        }
    }

    static boolean isFree(Rates rates) {
        return !rates.isEmpty() && rates.byMeter().values().stream().allMatch(Rate::isFree);
    }

    static void modalities(YamlFields form, Rates rates, List<Doubt> doubts, boolean noted) {
        Rate text = rates.get(Meter.INPUT_TOKENS).orElse(null);
        if (text == null || text.isFree() || noted) {
            return;
        }
        for (Meter meter :
                new Meter[] {Meter.IMAGE_TOKENS, Meter.AUDIO_TOKENS, Meter.VIDEO_TOKENS, Meter.DOCUMENT_TOKENS}) {
            Rate rate = rates.get(meter).orElse(null);
            if (rate == null || rate.isFree() || doubts.stream().anyMatch(d -> d.meter() == meter)) {
                continue;
            }
            Fraction times = rate.perUnit().dividedBy(text.perUnit());
            Fraction away = times.compareTo(Fraction.ONE) < 0 ? Fraction.ONE.dividedBy(times) : times;
            if (away.compareTo(Fraction.of(SUSPICIOUS)) >= 0) {
                form.defect(
                        meter.key(),
                        "the rate of “" + meter.key() + "” is "
                                + times.numerator()
                                        .divide(new BigDecimal(times.divisor()), 2, RoundingMode.HALF_UP)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + " times the input rate; mend its unit, or state a doubt or a note");
            }
        }
    }

    /** The one currency of a card; null if nothing is priced. */
    static @Nullable Currency currency(
            YamlFields form,
            Rates rates,
            List<Tier> tiers,
            Map<String, Rates> variants,
            Map<ServiceTier, Service> services,
            List<Window> windows,
            List<Doubt> doubts) {
        List<Rates> all = new ArrayList<>(List.of(rates));
        all.addAll(variants.values());
        tiers.forEach(t -> all.add(t.rates()));
        services.values().forEach(s -> {
            all.add(s.rates());
            s.tiers().forEach(t -> all.add(t.rates()));
        });
        windows.forEach(w -> all.add(w.rates()));
        Set<String> found = new LinkedHashSet<>();
        all.forEach(r ->
                r.byMeter().values().forEach(rate -> found.add(rate.currency().getCurrencyCode())));
        doubts.forEach(d -> found.add(d.reading().currency().getCurrencyCode()));
        if (found.size() > 1) {
            form.defect("unit", "a card has one currency, found " + found);
        }
        return found.isEmpty() ? null : Currency.getInstance(found.iterator().next());
    }
}
