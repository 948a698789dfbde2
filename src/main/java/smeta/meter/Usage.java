package smeta.meter;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The quantities column: how much of each meter. Disjoint, so that nothing is counted twice. Immutable. */
public final class Usage {
    public static final Usage NONE = new Usage(new EnumMap<>(Meter.class));

    private final Map<Meter, Count> counts;

    private Usage(EnumMap<Meter, Count> counts) {
        this.counts = Collections.unmodifiableMap(counts);
    }

    public static Usage of(Meter meter, long quantity) {
        return NONE.plus(meter, Count.exact(quantity));
    }

    static Usage of(Map<Meter, Count> counts) {
        EnumMap<Meter, Count> copy = new EnumMap<>(Meter.class);
        copy.putAll(counts);
        return new Usage(copy);
    }

    public Usage plus(Meter meter, Count count) {
        EnumMap<Meter, Count> sum = new EnumMap<>(Meter.class);
        sum.putAll(counts);
        sum.merge(meter, count, Count::plus);
        return new Usage(sum);
    }

    public Usage plus(Meter meter, long quantity) {
        return plus(meter, Count.exact(quantity));
    }

    public Usage plus(Usage other) {
        EnumMap<Meter, Count> sum = new EnumMap<>(Meter.class);
        sum.putAll(counts);
        other.counts.forEach((meter, count) -> sum.merge(meter, count, Count::plus));
        return new Usage(sum);
    }

    /** The same with another count for one meter. */
    public Usage with(Meter meter, Count count) {
        EnumMap<Meter, Count> changed = new EnumMap<>(Meter.class);
        changed.putAll(counts);
        changed.put(meter, count);
        return new Usage(changed);
    }

    /** Zero for a meter that has none. */
    public Count get(Meter meter) {
        return counts.getOrDefault(meter, Count.ZERO);
    }

    public Map<Meter, Count> counts() {
        return counts;
    }

    /** All tokens of the prompt, cached and media ones included. */
    public Count promptTokens() {
        return sum(true);
    }

    /** All tokens that the model generates, reasoning included. */
    public Count replyTokens() {
        return sum(false);
    }

    private Count sum(boolean prompt) {
        Count sum = Count.ZERO;
        for (Map.Entry<Meter, Count> entry : counts.entrySet()) {
            if (prompt ? entry.getKey().isPromptTokens() : entry.getKey().isReplyTokens()) {
                sum = sum.plus(entry.getValue());
            }
        }
        return sum;
    }

    /** The usage at one bound, as exact counts. */
    public Usage at(ToLongFunction<Count> bound) {
        EnumMap<Meter, Count> exact = new EnumMap<>(Meter.class);
        counts.forEach((meter, count) -> exact.put(meter, Count.exact(bound.applyAsLong(count))));
        return new Usage(exact);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Usage usage && counts.equals(usage.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
