package smeta.price;

import java.util.Arrays;
import java.util.Optional;

/** How fast the provider is asked to answer, where that changes the price. */
public enum ServiceTier {
    STANDARD,
    BATCH,
    FLEX,
    PRIORITY,
    FAST;

    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<ServiceTier> named(String name) {
        return Arrays.stream(values()).filter(t -> t.wireName().equals(name)).findFirst();
    }
}
