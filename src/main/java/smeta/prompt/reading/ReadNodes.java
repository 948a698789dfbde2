package smeta.prompt.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which texts, objects and arrays of a body a reader came to. Numbers and switches hold no content. */
final class ReadNodes {
    private final Set<JsonNode> read = Collections.newSetFromMap(new IdentityHashMap<>(64));
    private final Set<JsonNode> whole = Collections.newSetFromMap(new IdentityHashMap<>(8));

    void read(JsonNode node) {
        if (holdsContent(node)) {
            read.add(node);
        }
    }

    /** With everything in it. */
    void readWhole(JsonNode node) {
        if (node.isContainerNode()) {
            whole.add(node);
        }
    }

    boolean isRead(JsonNode node) {
        return read.contains(node);
    }

    boolean isReadWhole(JsonNode node) {
        return whole.contains(node);
    }

    static boolean holdsContent(JsonNode node) {
        return node.isContainerNode() || node.isTextual() || node.isPojo();
    }
}
