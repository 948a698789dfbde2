package smeta.estimate;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import smeta.catalogue.Model;
import smeta.estimate.PromptElement.Presence;
import smeta.meter.Item;
import smeta.price.Note;

/**
 * Reasoning of which the body has no text: kept by the vendor under an id, which nothing bounds. Where the vendor drops
 * it with the reasoning of earlier turns ({@link EarlierReasoning}), it costs nothing.
 */
final class HiddenReasoning {
    private final Request request;
    private final Model model;
    private final Consumer<Note> open;
    private boolean said;

    /** @param open takes a note and opens the bound */
    HiddenReasoning(Request request, Model model, Consumer<Note> open) {
        this.request = request;
        this.model = model;
        this.open = open;
    }

    void add(Segment segment) {
        for (PromptElement.Hidden hidden : segment.hidden()) {
            if (isRead(hidden) && !said) {
                said = true;
                open.accept(new Note(
                                "unseen_context",
                                "The body refers to reasoning by its id, whose size is not known here; it is not"
                                        + " counted.")
                        .with("place", hidden.pointer()));
            }
        }
    }

    private boolean isRead(PromptElement.Hidden hidden) {
        return hidden.presence() != Presence.EARLIER_REASONING
                || EarlierReasoning.of(request.prompt, model) != EarlierReasoning.STRIPPED;
    }
}
