package smeta.catalogue.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of the wide list as the strict reader knows it, so that it is held to the rules of the catalogue's files. */
final class JsonTree {
    private JsonTree() {}

    /** @param line where the whole row stands */
    static Yaml of(JsonNode node, int line) {
        if (node.isObject()) {
            Map<String, Yaml> fields = new LinkedHashMap<>();
            Map<String, Integer> lines = new LinkedHashMap<>();
            node.properties().forEach(field -> {
                fields.put(field.getKey(), of(field.getValue(), line));
                lines.put(field.getKey(), line);
            });
            return new Yaml.Fields(fields, lines, line);
        }
        if (node.isArray()) {
            List<Yaml> items = new ArrayList<>();
            node.forEach(item -> items.add(of(item, line)));
            return new Yaml.Items(items, line);
        }
        return node.isNull() ? new Yaml.Nothing(line) : new Yaml.Scalar(node.asText(), line);
    }
}
