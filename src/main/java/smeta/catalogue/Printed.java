package smeta.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What another document prints about a model: kept visible beside what decides. Values as printed. */
public record Printed(
        Map<String, String> figures,
        String source,
        @Nullable String note) {
    public Printed {
        figures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(figures));
    }
}
