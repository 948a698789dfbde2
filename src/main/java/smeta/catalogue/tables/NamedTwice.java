package smeta.catalogue.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names that a JSON object has more than once. A tree keeps the last of them and says nothing. */
final class NamedTwice {
    private NamedTwice() {}

    /** As {@code outer/inner}, at whatever depth. */
    static Set<String> in(JsonFactory factory, byte[] json) throws IOException {
        Set<String> twice = new LinkedHashSet<>();
        Deque<Set<String>> names = new ArrayDeque<>();
        try (JsonParser parser = factory.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    names.push(new HashSet<>());
                } else if (token == JsonToken.END_OBJECT) {
                    names.pop();
                } else if (token == JsonToken.FIELD_NAME && !names.element().add(parser.currentName())) {
                    twice.add(path(parser));
                }
            }
        }
        return twice;
    }

    private static String path(JsonParser parser) {
        Deque<String> path = new ArrayDeque<>();
        for (JsonStreamContext place = parser.getParsingContext(); place != null; place = place.getParent()) {
            if (place.getCurrentName() != null) {
                path.push(place.getCurrentName());
            }
        }
        return String.join("/", path);
    }
}
