package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What two tables say of one offer, as one: of each field what the newer says, else what the older says. Where they
 * disagree on a limit or a price, the older's stays beside it and is not mixed with the newer's.
 */
final class OfferMerge {
    private static final List<String> FACTS =
            List.of("title", "accepts", "gives", "tools", "reasons", "status", "released", "retired");
    private static final List<String> LIMITS = List.of("context", "max_input", "max_output");

    private OfferMerge() {}

    static ObjectNode merged(ObjectNode newer, ObjectNode older) {
        ObjectNode both = newer.deepCopy();
        for (String fact : FACTS) {
            fill(both, fact, older);
        }
        limits(both, older);
        rates(both, older);
        Set<JsonNode> notes = new LinkedHashSet<>();
        both.path("notes").forEach(notes::add);
        if (both.path("rates").isEmpty() || !newer.path("rates").isEmpty()) {
            older.path("notes").forEach(notes::add);
        }
        older.path("printed").forEach(printed -> both.withArray("printed").add(printed));
        set(both, "notes", notes);
        return both;
    }

    private static void fill(ObjectNode into, String field, JsonNode from) {
        if (!into.has(field) && from.has(field)) {
            into.set(field, from.get(field));
        }
    }

    /** One table may count the reply into the context and another not: only tables that agree complete each other. */
    private static void limits(ObjectNode both, JsonNode older) {
        if (!both.has("limits")) {
            fill(both, "limits", older);
            return;
        }
        if (!older.has("limits")) {
            return;
        }
        ObjectNode here = (ObjectNode) both.get("limits");
        JsonNode there = older.get("limits");
        boolean more = false;
        for (String limit : LIMITS) {
            if (here.has(limit)
                    && there.has(limit)
                    && here.get(limit).asLong() != there.get(limit).asLong()) {
                both.withArray("printed").add(there);
                return;
            }
            more |= !here.has(limit) && there.has(limit);
        }
        if (more && shares(here, there) && fits(here, there)) {
            LIMITS.forEach(limit -> fill(here, limit, there));
            sources(here, there);
        } else if (more) {
            both.withArray("printed").add(there);
        }
    }

    private static boolean shares(JsonNode one, JsonNode other) {
        return LIMITS.stream().anyMatch(limit -> one.has(limit) && other.has(limit));
    }

    /** No table prints a prompt that is longer than the whole. */
    private static boolean fits(JsonNode here, JsonNode there) {
        long context = here.path("context").asLong(there.path("context").asLong(Long.MAX_VALUE));
        return here.path("max_input").asLong(there.path("max_input").asLong(0)) <= context;
    }

    private static void rates(ObjectNode both, JsonNode older) {
        JsonNode here = both.path("rates");
        JsonNode there = older.path("rates");
        if (here.isEmpty()) {
            both.set("rates", there.isMissingNode() ? both.arrayNode() : there);
        } else if (!there.isEmpty()) {
            ObjectNode card = (ObjectNode) here.get(here.size() - 1);
            CardMerge.complete(card, there.get(there.size() - 1), here.size() == 1 && there.size() == 1)
                    .ifPresent(note -> both.withArray("notes").add(note));
        }
    }

    /** The older's source beside the newer's. */
    static void sources(ObjectNode into, JsonNode from) {
        Set<JsonNode> all = new LinkedHashSet<>();
        for (JsonNode keys : List.of(into.path("source"), from.path("source"))) {
            if (keys.isArray()) {
                keys.forEach(all::add);
            } else if (!keys.isMissingNode()) {
                all.add(keys);
            }
        }
        if (all.size() == 1) {
            into.set("source", all.iterator().next());
        } else {
            set(into, "source", all);
        }
    }

    static String shown(JsonNode source) {
        return source.isArray() ? source.get(0).asText() : source.asText();
    }

    private static void set(ObjectNode into, String field, Set<JsonNode> values) {
        if (!values.isEmpty()) {
            ArrayNode list = into.putArray(field);
            values.forEach(list::add);
        }
    }
}
