package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.meter.Unit;
import smeta.meter.Usage;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.price.Terms;
import smeta.price.Tier;

/** For each card, service tier, place, variant and threshold of the catalogue that ships. */
class EveryCardTest {
    private static final List<Meter> ALWAYS = List.of(
            Meter.INPUT_TOKENS,
            Meter.CACHE_READ_TOKENS,
            Meter.CACHE_WRITE_5M_TOKENS,
            Meter.OUTPUT_TOKENS,
            Meter.REASONING_TOKENS);
    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random = new Random(14);
    private int compared;

    @Test
    void no_usage_within_the_bounds_costs_more_than_high_or_less_than_low() {
        for (Model model : Given.SHIPPED.models()) {
            for (RateCard card : model.rates()) {
                for (int round = 0; card.hasPrice() && round < 3; round++) {
                    everyTerms(model, card);
                }
            }
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    private void everyTerms(Model model, RateCard card) {
        List<ServiceTier> services = new ArrayList<>(card.services().keySet());
        services.add(ServiceTier.STANDARD);
        List<@Nullable String> places = new ArrayList<>(card.residency().keySet());
        places.add(null);
        List<@Nullable String> variants = new ArrayList<>(card.variants().keySet());
        variants.add(null);
        for (ServiceTier service : services) {
            for (String place : places) {
                for (String variant : variants) {
                    for (long size : sizes(card)) {
                        Terms terms = new Terms(service, null, place, variant);
                        compare(model, card, terms, terms, size);
                        compare(
                                model,
                                card,
                                new Terms(ServiceTier.STANDARD, null, place, variant, List.of(), services),
                                terms,
                                size);
                    }
                }
            }
        }
    }

    /** A size that no tier begins near, and one around each threshold. */
    private static List<Long> sizes(RateCard card) {
        List<Long> sizes = new ArrayList<>(List.of(1_000L));
        List<Tier> tiers = new ArrayList<>(card.tiers());
        card.services().values().forEach(s -> tiers.addAll(s.tiers()));
        for (Tier tier : tiers) {
            sizes.add(Math.max(8, tier.threshold()));
            if (tier.outputAbove() != null) {
                sizes.add(2 * tier.outputAbove());
            }
        }
        return sizes;
    }

    /** What is always used, and a few of the other meters. */
    private List<Meter> meters() {
        List<Meter> meters = new ArrayList<>(ALWAYS);
        for (Meter meter : Meter.values()) {
            if (!meters.contains(meter) && random.nextInt(4) == 0) {
                meters.add(meter);
            }
        }
        return meters;
    }

    /**
     * @param day    the terms that are known before, without the time of day
     * @param served the terms that it turns out to be
     */
    private void compare(Model model, RateCard card, Terms day, Terms served, long size) {
        Usage bounds = Usage.NONE;
        Usage actual = Usage.NONE;
        for (Meter meter : meters()) {
            long most = meter.unit() == Unit.TOKENS ? size / 2 : 5;
            long low = random.nextLong(most / 2 + 1);
            long high = low + random.nextLong(most + 1);
            bounds = bounds.plus(meter, Count.between(low, low + random.nextLong(high - low + 1), high));
            actual = actual.plus(meter, Count.exact(low + random.nextLong(high - low + 1)));
        }
        Instant moment = YEAR.plus(Duration.ofMinutes(random.nextInt(365 * 24 * 60)));
        Bill promised = Biller.bill(card, bounds, day);
        Bill paid =
                Biller.bill(card, actual, new Terms(served.service(), moment, served.residency(), served.variant()));
        String which =
                model.qualifiedId() + " “" + card.label() + "” " + day + " of " + bounds + ": " + served + " " + actual;
        if (promised.isComplete()) {
            assertThat(paid.isComplete()).as(which).isTrue();
            assertThat(promised.high()).as(which).isGreaterThanOrEqualTo(paid.likely());
        }
        assertThat(promised.low()).as(which).isLessThanOrEqualTo(paid.likely());
        compared++;
    }
}
