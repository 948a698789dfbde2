package smeta.usage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Body;
import smeta.prompt.Unreadable;

/**
 * The text of a server's event stream ({@code data: {…}} lines), or Gemini's list of chunks, as one answer: the last
 * usage counts. Anthropic tells the prompt at the start and the reply at the end, which are put together.
 */
public final class EventStream {
    private static final Set<String> STARTS = Set.of("data", "event", "id", "retry", "");

    private EventStream() {}

    /** Whether the text begins as an event stream does. */
    public static boolean isStream(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8).stripLeading();
        int colon = start.indexOf(':');
        return colon >= 0 && STARTS.contains(start.substring(0, colon));
    }

    /** @throws Unreadable {@code no_usage} if no event has one */
    public static ObjectNode answer(byte[] bytes) {
        List<JsonNode> events = new ArrayList<>();
        for (String data : data(new String(bytes, StandardCharsets.UTF_8))) {
            // the end mark and what was cut off are no objects
            if (data.startsWith("{") && data.endsWith("}")) {
                events.add(Body.json(data.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return answer(events);
    }

    /** @throws Unreadable {@code no_usage} if no chunk has one */
    public static ObjectNode answer(Iterable<JsonNode> events) {
        ObjectNode last = null;
        String model = null;
        for (JsonNode event : events) {
            JsonNode holder = holder(event);
            model = model == null ? model(holder) : model;
            if (!hasUsage(holder)) {
                continue;
            }
            if (event.path("type").asText().equals("message_delta")
                    && last != null
                    && last.path("usage").isObject()) {
                merge((ObjectNode) last.get("usage"), holder.path("usage"));
            } else {
                last = holder.deepCopy();
            }
        }
        if (last == null) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "no_usage",
                    "",
                    "No event of the stream has a usage.",
                    "ask for it in the request (OpenAI: \"stream_options\": {\"include_usage\": true})");
        }
        if (model != null && model(last) == null) {
            last.put("model", model);
        }
        return last;
    }

    /** The object of the event that has the usage, else the one that names the model. */
    private static JsonNode holder(JsonNode event) {
        List<JsonNode> places = List.of(event, event.path("response"), event.path("message"), event.path("delta"));
        for (JsonNode place : places) {
            if (hasUsage(place)) {
                return place;
            }
        }
        return event.path("response").isObject() ? event.get("response") : event;
    }

    private static boolean hasUsage(JsonNode holder) {
        Containers.Found found = holder.isObject() ? Containers.find(holder) : null;
        return found != null && found.objects().size() == 1;
    }

    private static @Nullable String model(JsonNode holder) {
        for (String key : List.of("model", "modelVersion")) {
            if (holder.path(key).isTextual()) {
                return holder.get(key).asText();
            }
        }
        return null;
    }

    private static void merge(ObjectNode into, JsonNode later) {
        later.properties().forEach(e -> {
            if (!e.getValue().isNull()) {
                into.set(e.getKey(), e.getValue());
            }
        });
    }

    private static List<String> data(String text) {
        List<String> all = new ArrayList<>();
        StringBuilder event = new StringBuilder();
        for (String line : text.split("\\r\\n|\\r|\\n", -1)) {
            if (line.startsWith("data:")) {
                event.append(event.isEmpty() ? "" : "\n")
                        .append(line.substring(5).strip());
            } else if (line.isBlank() && !event.isEmpty()) {
                all.add(event.toString());
                event.setLength(0);
            }
        }
        if (!event.isEmpty()) {
            all.add(event.toString());
        }
        return all;
    }
}
