package smeta.estimate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import smeta.catalogue.Model;
import smeta.estimate.PromptElement.Presence;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;

/**
 * Reasoning of which the body has no text, or a summary alone: encrypted in a signature, whose size bounds it, or kept by
 * the vendor under an id, which nothing bounds. Where the vendor drops it with the reasoning of earlier turns ({@link
 * EarlierReasoning}), it costs nothing.
 */
final class HiddenReasoning {
    static final String ENCRYPTED = "encrypted reasoning";

    /**
     * Whose thinking is given as a summary, or not at all, and whole in the signature: Claude 4 and later
     * (docs.aws.amazon.com/bedrock, claude-messages-thinking-encryption and claude-messages-extended-thinking;
     * platform.claude.com/docs/en/build-with-claude/extended-thinking, 2026-11). Claude 3.7 gives the text itself.
     */
    private static final Pattern SUMMARIZED = Pattern.compile("claude-(?!v?[0-3]|instant)");

    private final Request request;
    private final Model model;
    private final Set<String> because;
    private final List<Note> notes;
    private final Consumer<Note> open;
    private boolean kept;

    /** @param open takes a note and opens the bound */
    HiddenReasoning(Request request, Model model, Set<String> because, List<Note> notes, Consumer<Note> open) {
        this.request = request;
        this.model = model;
        this.because = because;
        this.notes = notes;
        this.open = open;
    }

    void add(Segment segment, List<Item> own) {
        long most = 0;
        for (PromptElement.Hidden hidden : segment.hidden()) {
            if (!isRead(hidden)) {
                continue;
            }
            Long bytes = hidden.most();
            if (bytes == null) {
                keptElsewhere(hidden);
            } else if (isSummarized()) {
                most += bytes;
            }
        }
        if (most > 0) {
            own.add(new Item(ENCRYPTED, Meter.INPUT_TOKENS, Count.between(0, 0, most), null));
            encrypted();
        }
    }

    private boolean isSummarized() {
        return SUMMARIZED
                .matcher(model.id().toLowerCase(Locale.ROOT).replace('.', '-'))
                .find();
    }

    private boolean isRead(PromptElement.Hidden hidden) {
        return hidden.presence() != Presence.EARLIER_REASONING
                || EarlierReasoning.of(request.prompt, model) != EarlierReasoning.STRIPPED;
    }

    private void keptElsewhere(PromptElement.Hidden hidden) {
        if (!kept) {
            kept = true;
            open.accept(new Note(
                            "unseen_context",
                            "The body refers to reasoning by its id ({place}), whose size is not known here; it is not"
                                    + " counted.")
                    .with("place", hidden.pointer()));
        }
    }

    private void encrypted() {
        if (because.add("encrypted_reasoning")) {
            notes.add(new Note(
                    "encrypted_reasoning",
                    "Thinking that is sent back is whole in its signature, and encrypted; its text is a summary or"
                            + " nothing. The upper bound has a token for each byte of the signature."));
        }
    }
}
