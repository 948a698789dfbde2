package smeta.usage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of an answer from the outermost to the one that has the usage. Vendors and clients wrap answers: a log
 * has a message, a batch a body, an event a response.
 */
final class Containers {
    /** Fields that hold a usage. What several steps took together comes before what the last one took. */
    private static final List<String> USAGES = List.of(
            "totalUsage",
            "usageMetadata",
            "usage_metadata",
            "usage",
            "usageDetails",
            "usage_details",
            "tokenUsage",
            "token_usage",
            "last_token_usage");

    private static final List<String> WRAPPERS =
            List.of("response", "body", "result", "message", "payload", "info", "metadata", "attributes");
    private static final int DEEPEST = 5;

    /** @param key of the usage within the last object; null if the object is the usage itself */
    record Found(
            List<JsonNode> objects,
            String pointer,
            @Nullable String key) {
        JsonNode holder() {
            return objects.get(objects.size() - 1);
        }
    }

    private Containers() {}

    static @Nullable Found find(JsonNode answer) {
        List<JsonNode> objects = new ArrayList<>();
        return find(answer, "", objects);
    }

    private static @Nullable Found find(JsonNode object, String pointer, List<JsonNode> objects) {
        objects.add(object);
        String key = usageKey(object);
        if (key != null || isItself(object)) {
            return new Found(List.copyOf(objects), pointer, key);
        }
        if (objects.size() <= DEEPEST) {
            for (String wrapper : WRAPPERS) {
                if (object.path(wrapper).isObject()) {
                    Found found = find(object.get(wrapper), pointer + "/" + wrapper, objects);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        objects.remove(objects.size() - 1);
        return null;
    }

    private static @Nullable String usageKey(JsonNode object) {
        for (String key : USAGES) {
            if (object.path(key).isObject() && !object.get(key).isEmpty()) {
                return key;
            }
        }
        return object.path("meta").path("billed_units").isObject() ? "meta" : null;
    }

    /** Ollama, llama.cpp and OpenTelemetry write the counts into the answer itself. */
    private static boolean isItself(JsonNode object) {
        if (object.has("prompt_eval_count") || object.has("eval_count") || object.has("tokens_evaluated")) {
            return true;
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            if (names.next().startsWith("gen_ai.usage.")) {
                return true;
            }
        }
        return false;
    }
}
