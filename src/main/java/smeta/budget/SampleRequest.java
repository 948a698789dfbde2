package smeta.budget;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Item;
import smeta.price.Note;

/**
 * One request in the quantities of one model.
 *
 * @param prompt  what is sent, cached or not
 * @param reply   what comes back, where nobody says how long replies are
 * @param cached  percent of such prompts that is usually read from the provider's cache; null if nobody knows
 * @param problem why the model can't take it, as a reason code; null if it can
 */
public record SampleRequest(
        List<Item> prompt,
        List<Item> reply,
        @Nullable BigDecimal cached,
        @Nullable String problem,
        List<Note> notes) {
    public SampleRequest {
        prompt = List.copyOf(prompt);
        reply = List.copyOf(reply);
        notes = List.copyOf(notes);
    }
}
