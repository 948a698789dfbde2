package smeta.http.budgets;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.http.query.QueryBody;
import smeta.prompt.Unreadable;

/**
 * A scenario file: fields that hold for the whole plan, and its workloads. Its words are those of the query, so each
 * workload becomes the values of one.
 *
 * @param whole     currency, limit, start, …
 * @param workloads the same for each workload, in order
 * @param bodies    the request that a workload may carry; null where it has figures
 */
record Scenario(
        MultivaluedMap<String, String> whole,
        List<MultivaluedMap<String, String>> workloads,
        List<@Nullable JsonNode> bodies) {
    private static final int MOST = 200;

    static boolean isOne(JsonNode tree) {
        return tree.isObject() && (tree.has("workloads") || tree.has("before") || tree.has("after"));
    }

    /** @param outside values of the query, which go before those of the file */
    static Scenario of(JsonNode tree, String pointer, MultivaluedMap<String, String> outside) {
        MultivaluedMap<String, String> whole = QueryBody.words(tree, Set.of("workloads"), pointer);
        whole.putAll(outside);
        JsonNode list = tree.path("workloads");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "wrong_type",
                    pointer + "/workloads",
                    "Here a list of 1 to " + MOST + " workloads was expected.",
                    "docs/budgets.md has an example");
        }
        List<MultivaluedMap<String, String>> workloads = new ArrayList<>();
        List<@Nullable JsonNode> bodies = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            if (!one.isObject()) {
                throw new Unreadable(
                        Unreadable.Kind.UNSUPPORTED,
                        "wrong_type",
                        pointer + "/workloads/" + i,
                        "Here an object was expected.",
                        "docs/budgets.md has an example");
            }
            workloads.add(QueryBody.words(one, Set.of("body"), pointer + "/workloads/" + i));
            bodies.add(one.get("body"));
        }
        return new Scenario(whole, workloads, bodies);
    }
}
