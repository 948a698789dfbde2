package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A tool that the model may call. A tool that runs at the vendor (web search, code execution) has no schema of the
 * caller's: its {@code type} says which it is, and its cost is the vendor's to publish.
 *
 * @param type   {@code function} for the caller's own, otherwise the vendor's name, for instance {@code web_search}
 * @param source the definition as it stands in the body; in Chat Completions, what stands under {@code function}
 */
public record Tool(
        String pointer,
        String type,
        String name,
        @Nullable String description,
        @Nullable JsonNode schema,
        JsonNode source) {
    public boolean isFunction() {
        return type.equals("function");
    }
}
