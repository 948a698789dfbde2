package smeta.catalogue.wide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.name.SpelledName;

/** What the lines of a wide list say as JSON. Apart from {@link WideRows}, so that its parser isn't loaded at start. */
final class RowJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RowJson() {}

    static ObjectNode model(String json) {
        return (ObjectNode) parsed(json);
    }

    /** @param defects takes what the strict reader refuses; with any, the model is of no use */
    static @Nullable Model read(WideRows rows, int line, Catalogue own, List<String> defects) {
        SpelledName name = rows.names().name(line);
        return WideRows.reader(rows.sources(), own)
                .read(name.seller(), name.id(), model(rows.names().rest(line)), WideRows.lineInFile(line), defects);
    }

    /** The tables that the first line names. */
    static Map<String, Source> sources(String head) {
        Map<String, Source> tables = new LinkedHashMap<>();
        parsed(head)
                .path("sources")
                .properties()
                .forEach(s -> tables.put(
                        s.getKey(),
                        new Source(
                                s.getKey(),
                                s.getValue().path("title").asText(),
                                s.getValue().path("url").asText(null),
                                s.getValue().path("as_of").asText(),
                                s.getValue().path("vendor").asBoolean())));
        return Collections.unmodifiableMap(tables);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
