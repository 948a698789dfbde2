package smeta.catalogue.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smeta.catalogue.Framing;
import smeta.catalogue.Source;

/** Reads {@code framings.yaml}. */
final class FramingReader {
    private FramingReader() {}

    static Map<String, Framing> read(String text, Defects defects) {
        Map<String, Framing> framings = new LinkedHashMap<>();
        framings.put(Framing.UNPUBLISHED.name(), Framing.UNPUBLISHED);
        Yaml root = Yaml.parse(text, defects);
        if (root == null) {
            return framings;
        }
        YamlFields file = YamlFields.of(root, "the file", defects);
        Map<String, Source> sources = SourceReader.read(file);
        file.named("framings").forEach((name, f) -> framings.put(name, framing(name, f, sources)));
        file.close();
        return framings;
    }

    private static Framing framing(String name, YamlFields f, Map<String, Source> sources) {
        List<String> from = CardReader.sources(f, sources.keySet());
        Framing framing = new Framing(
                name,
                f.required("title"),
                number(f, "start"),
                number(f, "per_message"),
                f.has("per_system") ? number(f, "per_system") : number(f, "per_message"),
                Boolean.TRUE.equals(f.bool("count_role")),
                number(f, "per_name"),
                number(f, "reply"),
                number(f, "default_system"),
                number(f, "slack"),
                tools(f),
                Boolean.TRUE.equals(f.bool("trims")),
                from.isEmpty() ? null : sources.get(from.get(0)),
                f.text("note"));
        f.close();
        return framing;
    }

    private static String tools(YamlFields f) {
        String tools = f.oneOf(
                "tools",
                t -> Set.of("typescript", "qwen", "json", "anthropic").contains(t)
                        ? java.util.Optional.of(t)
                        : java.util.Optional.empty(),
                "typescript, qwen, json, anthropic");
        return tools == null ? "json" : tools;
    }

    private static int number(YamlFields f, String key) {
        Integer number = f.integer(key);
        return number == null ? 0 : number;
    }
}
