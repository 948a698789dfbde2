package smeta.http.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A request and its real answer, on the day on which tests are run.
 *
 * @param request method, path and query, as sent
 * @param type    media type of the body
 * @param accept  wanted media type; null for the usual one
 * @param body    JSON, or a text; null if there is none
 * @param compare {@code fields} where figures change with the catalogue, so that only the names of fields are held
 * @param answer  JSON, or a text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Example(
        String name,
        String summary,
        String request,
        @Nullable String type,
        @Nullable String accept,
        @Nullable JsonNode body,
        @Nullable String compare,
        int status,
        JsonNode answer) {
    /** The line that whoever reads the document sees. */
    String requestLine() {
        return "`" + request + "`" + (accept == null ? "" : " with `Accept: " + accept + "`");
    }

    static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    Example answered(JsonNode real) {
        return new Example(name, summary, request, type, accept, body, compare, status, real);
    }
}
