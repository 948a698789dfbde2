package smeta.http.query;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import smeta.estimate.Numbers;
import smeta.prompt.Body;
import smeta.prompt.Unreadable;

/** The words of a query in a body: a form, or a JSON object whose fields they are. */
public final class QueryBody {
    private QueryBody() {}

    /** Whether it is an object, whatever its media type is called: curl calls everything a form. */
    public static boolean isObject(byte[] body) {
        int first = 0;
        while (first < body.length && Character.isWhitespace(body[first])) {
            first++;
        }
        return first < body.length && body[first] == '{';
    }

    public static MultivaluedMap<String, String> words(byte[] body) {
        return isObject(body) ? words(Body.json(body), Set.of(), "") : form(Body.text(body));
    }

    private static MultivaluedMap<String, String> form(String text) {
        MultivaluedMap<String, String> words = new MultivaluedHashMap<>();
        for (String pair : text.strip().split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                words.add(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return words;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(
                    Unreadable.Kind.MALFORMED,
                    "not_a_form",
                    "",
                    "The body is no form: a % isn't followed by two hexadecimal digits.",
                    "send name=value&name=value, percent-encoded, or a JSON object");
        }
    }

    /**
     * @param but     fields that are no words
     * @param pointer to the object
     */
    public static MultivaluedMap<String, String> words(JsonNode object, Set<String> but, String pointer) {
        MultivaluedMap<String, String> words = new MultivaluedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!but.contains(field.getKey()) && !field.getValue().isNull()) {
                words.putSingle(field.getKey(), text(field.getValue(), pointer + "/" + field.getKey()));
            }
        }
        return words;
    }

    /** {@code {p50: 600, p95: 2400}} is {@code p50:600,p95:2400} in a query; a list is its elements with commas. */
    private static String text(JsonNode value, String pointer) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(e -> e.getKey() + ":" + text(e.getValue(), pointer))
                    .collect(Collectors.joining(","));
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(v -> parts.add(text(v, pointer)));
            return String.join(",", parts);
        }
        if (value.isNumber()) {
            return Numbers.shown(value.decimalValue());
        }
        if (value.isValueNode() && !value.isPojo()) {
            return value.asText();
        }
        throw new Unreadable(
                Unreadable.Kind.UNSUPPORTED,
                "wrong_type",
                pointer,
                "Here a short text or a number was expected.",
                "docs/budgets.md has an example");
    }
}
