package smeta.prompt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn of the conversation, in the order in which the model reads them; the system prompt, wherever the dialect keeps
 * it, is the first one with the role {@code system} (or {@code developer}).
 *
 * @param role as the dialect spells it: system, developer, user, assistant, model, tool, function
 */
public record Message(String pointer, String role, @Nullable String name, List<Part> parts) {
    public Message {
        parts = List.copyOf(parts);
    }
}
