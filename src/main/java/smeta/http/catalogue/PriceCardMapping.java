package smeta.http.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.http.answer.RateAnswer;
import smeta.price.Discount;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.Rates;
import smeta.price.Service;
import smeta.price.ServiceTier;
import smeta.price.Tier;
import smeta.price.Window;

/** From a price card to its answer. */
final class PriceCardMapping {
    private PriceCardMapping() {}

    /** @param everything also what a list leaves out */
    static PriceCardAnswer answer(Model model, RateCard card, boolean everything) {
        return new PriceCardAnswer(
                card.label(),
                card.channel(),
                card.region(),
                card.offer().wireName(),
                text(card.period().from()),
                text(card.period().until()),
                card.currency() == null ? null : card.currency().getCurrencyCode(),
                rates(card.rates()),
                card.tiers().isEmpty() ? null : card.tierBy().name().toLowerCase(Locale.ROOT),
                card.tiers().isEmpty() ? null : card.marginal(),
                orNull(card.tiers().stream().map(PriceCardMapping::tier).toList()),
                services(card),
                everything ? residency(card) : null,
                everything
                        ? orNull(card.windows().stream()
                                .map(PriceCardMapping::hours)
                                .toList())
                        : null,
                everything ? variants(card) : null,
                everything ? doubts(card) : null,
                everything ? card.vat() : null,
                everything ? card.quota() : null,
                everything ? card.rounding() : null,
                everything ? card.confidence() : null,
                everything ? orNull(card.notes().stream().map(Note::text).toList()) : null,
                discount(card.discount()),
                sources(model, card));
    }

    static Map<String, RateAnswer> rates(Rates rates) {
        Map<String, RateAnswer> lines = new LinkedHashMap<>();
        rates.byMeter().forEach((meter, rate) -> lines.put(meter.wireName(), RateAnswer.of(rate)));
        return lines;
    }

    private static PriceCardAnswer.Tier tier(Tier tier) {
        return new PriceCardAnswer.Tier(
                tier.inclusive() ? null : tier.threshold(),
                tier.inclusive() ? tier.threshold() : null,
                tier.outputAbove(),
                rates(tier.rates()));
    }

    private static @Nullable Map<String, PriceCardAnswer.ServicePrice> services(RateCard card) {
        Map<String, PriceCardAnswer.ServicePrice> services = new LinkedHashMap<>();
        for (ServiceTier tier : ServiceTier.values()) {
            Service service = card.services().get(tier);
            if (service != null) {
                BigDecimal factor = service.multiplier();
                services.put(
                        tier.wireName(),
                        new PriceCardAnswer.ServicePrice(
                                factor == null ? null : factor.toPlainString(),
                                factor == null ? rates(service.rates()) : null,
                                service.note()));
            }
        }
        return services.isEmpty() ? null : services;
    }

    private static @Nullable Map<String, String> residency(RateCard card) {
        Map<String, String> places = new LinkedHashMap<>();
        card.residency().forEach((place, factor) -> places.put(place, factor.toPlainString()));
        return places.isEmpty() ? null : places;
    }

    private static PriceCardAnswer.Hours hours(Window window) {
        BigDecimal factor = window.multiplier();
        return new PriceCardAnswer.Hours(
                window.name(),
                window.zone().getId(),
                orNull(window.hours().stream().map(h -> h.from() + "-" + h.to()).toList()),
                orNull(new TreeSet<>(window.days())
                        .stream()
                                .map(d -> d.name().substring(0, 3).toLowerCase(Locale.ROOT))
                                .toList()),
                window.except(),
                factor == null ? null : factor.toPlainString(),
                factor == null ? rates(window.rates()) : null);
    }

    private static @Nullable Map<String, Map<String, RateAnswer>> variants(RateCard card) {
        Map<String, Map<String, RateAnswer>> variants = new LinkedHashMap<>();
        new TreeMap<>(card.variants()).forEach((name, rates) -> variants.put(name, rates(rates)));
        return variants.isEmpty() ? null : variants;
    }

    private static @Nullable List<PriceCardAnswer.Doubt> doubts(RateCard card) {
        return orNull(card.doubts().stream()
                .map(d -> new PriceCardAnswer.Doubt(d.meter().key(), d.reading().toString(), d.why()))
                .toList());
    }

    private static PriceCardAnswer.@Nullable CardDiscount discount(@Nullable Discount discount) {
        return discount == null
                ? null
                : new PriceCardAnswer.CardDiscount(
                        discount.name(), discount.percent().toPlainString());
    }

    private static List<KeyedSourceAnswer> sources(Model model, RateCard card) {
        return card.sources().stream()
                .flatMap(key -> model.source(key).map(s -> KeyedSourceAnswer.of(key, s)).stream())
                .toList();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
