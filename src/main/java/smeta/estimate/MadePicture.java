package smeta.estimate;

import java.util.List;
import smeta.catalogue.Model;
import smeta.media.Measured;
import smeta.media.PictureFacts;
import smeta.meter.Count;
import smeta.price.Note;
import smeta.prompt.ReplyWishes;

/** A picture that a model is asked to make. */
final class MadePicture {
    /** The most that a vendor publishes for a picture of a table (GPT Image 1, 2026), where the model's own isn't. */
    private static final Count UNPUBLISHED = Count.between(1, 1120, 6240);

    /** OpenAI's guide on image generation, cost of partial images; it sends three at most, and may send fewer. */
    private static final long PREVIEW = 100;

    private static final long MOST_PREVIEWS = 1_000_000;

    private MadePicture() {}

    /** Tokens of one of them, with the previews before it. */
    static Measured measure(ReplyWishes.Picture asked, Model model, List<Note> notes) {
        if (model.media().picture() == null) {
            notes.add(new Note(
                    "no_picture_rule",
                    "How many tokens a picture of this model has is not published; the count is that of other"
                            + " vendors' pictures."));
            return new Measured(UNPUBLISHED, "no published rule", false);
        }
        Measured whole = model.media().picture().measure(facts(asked));
        if (asked.previews() == 0) {
            return whole;
        }
        long previews = Math.multiplyExact(PREVIEW, Math.min(asked.previews(), MOST_PREVIEWS));
        return new Measured(
                whole.tokens().plus(Count.between(0, previews, previews)),
                whole.how() + "; at most " + previews + " for previews",
                whole.bounded());
    }

    static PictureFacts facts(ReplyWishes.Picture asked) {
        return new PictureFacts(asked.size(), asked.quality());
    }
}
