package smeta.price;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.meter.Unit;

/**
 * Of the same thing counted in two units, a card bills one: tokens, unless it prices only the other unit. The items are
 * looked at once, however many they are.
 */
final class BilledUnits {
    private final Rates rates;
    private final Set<Meter> meters = EnumSet.noneOf(Meter.class);
    private final Map<String, Set<Meter>> metersByName = new HashMap<>();
    private final Map<Meter, Set<Meter>> ofSameKey = new EnumMap<>(Meter.class);

    BilledUnits(List<Item> items, Rates rates) {
        this.rates = rates;
        for (Item item : items) {
            meters.add(item.meter());
            metersByName
                    .computeIfAbsent(item.name(), n -> EnumSet.noneOf(Meter.class))
                    .add(item.meter());
        }
    }

    boolean isBilled(Item item) {
        Meter meter = item.meter();
        Set<Meter> others = EnumSet.copyOf(metersByName.get(item.name()));
        others.removeIf(other -> !isInOtherUnit(meter, other));
        others.addAll(ofSameKey.computeIfAbsent(meter, this::ofSameKey));
        if (others.isEmpty()) {
            return true;
        }
        if (meter.unit() == Unit.TOKENS) {
            return rates.get(tokens(meter)).isPresent()
                    || others.stream().noneMatch(m -> rates.get(m).isPresent());
        }
        return rates.get(meter).isPresent() && rates.get(tokens(meter)).isEmpty();
    }

    private Set<Meter> ofSameKey(Meter meter) {
        Set<Meter> same = EnumSet.copyOf(meters);
        same.removeIf(other -> !isInOtherUnit(meter, other)
                || other.matter() != meter.matter()
                || !other.key().equals(meter.key()));
        return same;
    }

    private static boolean isInOtherUnit(Meter meter, Meter other) {
        return (other.unit() == Unit.TOKENS) != (meter.unit() == Unit.TOKENS);
    }

    private static Meter tokens(Meter meter) {
        return Meter.ofKey(meter.key()).stream()
                .filter(m -> m.unit() == Unit.TOKENS)
                .findFirst()
                .orElse(meter);
    }
}
