package smeta.catalogue.yaml;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Caching;
import smeta.catalogue.Quantity;

/** Reads {@code caching: { minimum: 1_024, surely_from: 2_048, unasked: 30m, source: … }} of a model or a kind. */
final class CachingReader {
    private static final Map<String, Duration> LIFETIMES = Map.of(
            "5m", Duration.ofMinutes(5),
            "30m", Duration.ofMinutes(30),
            "1h", Duration.ofHours(1),
            "12h", Duration.ofHours(12));

    private CachingReader() {}

    static @Nullable Caching read(YamlFields model, Set<String> sources, int kilo) {
        YamlFields f = model.form("caching");
        if (f == null) {
            return null;
        }
        Quantity minimum = f.parsed("minimum", t -> Quantity.parse(t, kilo));
        Quantity surely = f.parsed("surely_from", t -> Quantity.parse(t, kilo));
        Duration unasked = f.oneOf("unasked", t -> Optional.ofNullable(LIFETIMES.get(t)), "5m, 30m, 1h, 12h");
        List<String> from = CardReader.sources(f, sources);
        f.close();
        if (minimum == null || surely != null && surely.tokens() < minimum.tokens()) {
            f.defect("minimum", "“caching” needs “minimum”, and no “surely_from” below it");
            return null;
        }
        return new Caching(
                minimum.tokens(),
                surely == null ? minimum.tokens() : surely.tokens(),
                unasked,
                from.isEmpty() ? "?" : String.join(", ", from));
    }
}
