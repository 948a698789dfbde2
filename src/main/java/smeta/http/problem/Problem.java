package smeta.http.problem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer after RFC 9457.
 *
 * @param code    stable, for programs
 * @param pointer JSON pointer into the body; null if the body isn't meant
 * @param hint    what to do
 * @param errors  one for every bad value, where several are reported at once
 */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        @Nullable String pointer,
        @Nullable String hint,
        List<Error> errors,
        List<String> suggestions) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One bad value. */
    public record Error(String parameter, String detail, @Nullable String hint) {}

    public static Problem of(int status, String code, String title, String detail, @Nullable String hint) {
        return new Problem(status, code, title, detail, null, hint, List.of(), List.of());
    }

    public Problem at(String where) {
        return new Problem(status, code, title, detail, where, hint, errors, suggestions);
    }

    public Problem suggesting(List<String> names) {
        return new Problem(status, code, title, detail, pointer, hint, errors, names);
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "urn:smeta:problem:" + code);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        json.put("code", code);
        if (pointer != null) {
            json.put("pointer", pointer);
        }
        if (hint != null) {
            json.put("hint", hint);
        }
        if (!errors.isEmpty()) {
            var list = json.putArray("errors");
            for (Error error : errors) {
                ObjectNode one = list.addObject();
                one.put("parameter", error.parameter());
                one.put("detail", error.detail());
                if (error.hint() != null) {
                    one.put("hint", error.hint());
                }
            }
        }
        if (!suggestions.isEmpty()) {
            suggestions.forEach(json.putArray("suggestions")::add);
        }
        return json;
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(json().toString()).build();
    }

    public static boolean isJson(@Nullable MediaType type) {
        return type != null && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }
}
