package smeta.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model reads or writes. */
public enum Modality {
    TEXT,
    IMAGE,
    AUDIO,
    VIDEO,
    FILE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Modality> named(String name) {
        return Arrays.stream(values()).filter(m -> m.wireName().equals(name)).findFirst();
    }
}
