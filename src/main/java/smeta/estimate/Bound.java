package smeta.estimate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import smeta.meter.Count;

/** Which of three numbers a decision is taken on. */
public enum Bound {
    LOW,
    LIKELY,
    HIGH;

    public long of(Count count) {
        return switch (this) {
            case LOW -> count.low();
            case LIKELY -> count.likely();
            case HIGH -> count.high();
        };
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Bound> named(String name) {
        return Arrays.stream(values()).filter(b -> b.wireName().equals(name)).findFirst();
    }
}
