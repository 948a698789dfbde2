package smeta.prompt.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smeta.prompt.Dialect;
import smeta.prompt.reading.RequestFields.Treatment;

/**
 * What a reader left alone in a body. A vendor may add a field any day, and one that carries text, or names a file,
 * costs tokens that nobody counted: such a member opens the count upwards, and a remark names it. Fields of which the
 * vendors say that they cost nothing are listed as such ({@link RequestFields}).
 */
public final class UnreadMembers {
    private static final int NAMED = 5;

    private final RequestFields fields;
    private final ReadNodes reads;
    private final Map<String, JsonCursor> unknown = new LinkedHashMap<>();
    private final Map<String, JsonCursor> unseen = new LinkedHashMap<>();

    private UnreadMembers(RequestFields fields, ReadNodes reads) {
        this.fields = fields;
        this.reads = reads;
    }

    /** Goes through the body once, after it was read, and adds at most two remarks. */
    public static void remark(JsonCursor body, Dialect dialect, Remarks remarks) {
        UnreadMembers found = new UnreadMembers(RequestFields.of(dialect), body.reads());
        found.within(body);
        if (!found.unseen.isEmpty()) {
            remarks.add(
                    "unseen_context",
                    first(found.unseen),
                    "The vendor adds content to the prompt for " + named(found.unseen)
                            + ", whose size is not known here; it is not counted.");
        }
        if (!found.unknown.isEmpty()) {
            remarks.add(
                    "unread_member",
                    first(found.unknown),
                    "What " + named(found.unknown) + " means to the vendor is not known here; it is not counted.");
        }
    }

    private void within(JsonCursor place) {
        JsonNode node = place.node();
        if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> members =
                            node.properties().iterator();
                    members.hasNext(); ) {
                Map.Entry<String, JsonNode> member = members.next();
                value(member.getValue(), place, member.getKey());
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                value(node.get(i), place, i);
            }
        }
    }

    private void value(JsonNode value, JsonCursor parent, Object step) {
        if (!ReadNodes.holdsContent(value) || reads.isReadWhole(value)) {
            return;
        }
        if (!reads.isRead(value)) {
            unread(parent.peek(value, step));
        } else if (value.isContainerNode()) {
            within(parent.peek(value, step));
        }
    }

    private void unread(JsonCursor member) {
        String path = member.path();
        if (fields.is(Treatment.OPENS, path)
                && !(member.node().isContainerNode() && member.node().isEmpty())) {
            unseen.putIfAbsent(path, member);
        } else if (!fields.is(Treatment.FREE, path)
                && !fields.is(Treatment.MEDIUM, path)
                && ContentSigns.in(member.node(), path)) {
            unknown.putIfAbsent(path, member);
        }
    }

    private static JsonCursor first(Map<String, JsonCursor> members) {
        return members.values().iterator().next();
    }

    private static String named(Map<String, JsonCursor> members) {
        List<String> names = new ArrayList<>();
        members.values().stream().limit(NAMED).forEach(member -> names.add(member.pointer()));
        int more = members.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }
}
