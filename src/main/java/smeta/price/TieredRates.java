package smeta.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import smeta.meter.Count;

/** The base rates and the tiers that replace them. */
record TieredRates(Rates base, List<Tier> tiers) {
    /** The last tier that contains the size decides. */
    Rates at(long size, long reply) {
        Rates rates = base;
        for (Tier tier : tiers) {
            if (tier.contains(size, reply)) {
                rates = base.reaching(tier.rates());
            }
        }
        return rates;
    }

    List<Rates> between(Sizes sizes) {
        Set<Long> edges = new TreeSet<>(Set.of(sizes.size().low()));
        Set<Long> replyEdges = new TreeSet<>(Set.of(sizes.reply().low()));
        for (Tier tier : tiers) {
            if (tier.first() > sizes.size().low()
                    && tier.first() <= sizes.size().high()) {
                edges.add(tier.first());
            }
            if (tier.outputAbove() != null
                    && tier.outputAbove() >= sizes.reply().low()
                    && tier.outputAbove() < sizes.reply().high()) {
                replyEdges.add(tier.outputAbove() + 1);
            }
        }
        List<Rates> possible = new ArrayList<>();
        edges.forEach(size -> replyEdges.forEach(reply -> possible.add(at(size, reply))));
        return possible;
    }

    TieredRates times(BigDecimal factor) {
        return new TieredRates(
                base.times(factor),
                tiers.stream().map(t -> t.withRates(t.rates().times(factor))).toList());
    }

    /**
     * Hours of the day decide over the size: a multiplier holds in every tier, and the hours' own rates replace a
     * tier's.
     */
    TieredRates during(Window window) {
        return window.multiplier() != null
                ? times(window.multiplier())
                : new TieredRates(
                        base.reaching(window.rates()),
                        tiers.stream()
                                .map(t -> t.withRates(t.rates().reaching(window.rates())))
                                .toList());
    }

    /** What tiers are chosen by. */
    record Sizes(Count size, Count reply) {}
}
