package smeta.prompt.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import smeta.prompt.Part;

/** The opening that the dialects' contents share: a string, or a list of what each dialect reads in its own way. */
public final class ContentParts {
    private ContentParts() {}

    /**
     * The parts of a content; none where there is no content, or {@code null}.
     *
     * @param named what the list is said to be of, if it is neither
     * @param item  adds the parts of one item
     */
    public static List<Part> read(JsonCursor content, String named, BiConsumer<JsonCursor, List<Part>> item) {
        List<Part> parts = new ArrayList<>();
        if (content.isText()) {
            parts.add(Part.Text.of(content.pointer(), content.text()));
        } else if (content.node().isArray()) {
            content.items().forEach(each -> item.accept(each, parts));
        } else if (content.present()) {
            throw content.wrongType("a string or an array of " + named);
        }
        return parts;
    }
}
