package smeta.prompt.reading;

import java.util.List;
import smeta.prompt.Part;

/** Reasoning that is sent back as Claude gave it: a text, or a summary of it or nothing, and a signature. */
public final class ReasoningParts {
    private ReasoningParts() {}

    /** @param signature may be missing */
    public static void add(JsonCursor text, String pointer, JsonCursor signature, List<Part> parts) {
        parts.add(new Part.Text(pointer, text.text(), Part.Text.Kind.REASONING));
        long bytes = signature.isText() ? signature.blob().size() : 0;
        if (bytes > 0) {
            parts.add(Part.HiddenReasoning.encrypted(signature.pointer(), bytes));
        }
    }
}
