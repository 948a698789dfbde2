package smeta.catalogue.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import smeta.catalogue.Source;

/** Reads the {@code sources} of a file. */
final class SourceReader {
    private SourceReader() {}

    static Map<String, Source> read(YamlFields file) {
        Map<String, Source> sources = new LinkedHashMap<>();
        file.named("sources").forEach((key, f) -> {
            String asOf = f.date("as_of");
            if (asOf == null && !f.has("as_of")) {
                f.defect("as_of", "a source needs the date on which it was seen: “as_of” is missing");
            }
            sources.put(
                    key,
                    new Source(
                            key,
                            f.required("title"),
                            f.text("url"),
                            asOf == null ? "?" : asOf,
                            Boolean.TRUE.equals(f.bool("vendor"))));
            f.text("note");
            f.close();
        });
        return sources;
    }
}
