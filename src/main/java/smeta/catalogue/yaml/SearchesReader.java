package smeta.catalogue.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Searches;

/** Reads {@code searches: { least: 1, most: 1, depth: medium, source: … }} of a model or a kind. */
final class SearchesReader {
    private static final List<String> DEPTHS = List.of("low", "medium", "high");

    private SearchesReader() {}

    static @Nullable Searches read(YamlFields model, Set<String> sources) {
        YamlFields f = model.form("searches");
        if (f == null) {
            return null;
        }
        Integer least = f.integer("least");
        Integer likely = f.integer("likely");
        Integer most = f.integer("most");
        boolean inFee = Boolean.TRUE.equals(f.bool("in_request_fee"));
        String depth = f.oneOf(
                "depth", t -> DEPTHS.contains(t) ? Optional.of(t) : Optional.empty(), String.join(", ", DEPTHS));
        List<String> from = CardReader.sources(f, sources);
        f.close();
        long always = least == null ? 0 : least;
        long usually = likely == null ? Math.max(1, always) : likely;
        if (always < 0 || usually < always || most != null && most < usually) {
            f.defect("least", "expected 0 <= least <= likely <= most in “searches”");
            return null;
        }
        return new Searches(
                always,
                usually,
                most == null ? null : Long.valueOf(most),
                inFee,
                depth,
                from.isEmpty() ? "?" : from.get(0));
    }
}
