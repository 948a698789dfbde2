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

    private MadePicture() {}

    /** Tokens of one of them. */
    static Measured measure(Request request, Model model, List<Note> notes) {
        if (model.media().picture() == null) {
            notes.add(new Note(
                    "no_picture_rule",
                    "How many tokens a picture of this model has is not published; the count is that of other"
                            + " vendors' pictures."));
            return new Measured(UNPUBLISHED, "no published rule", false);
        }
        return model.media().picture().measure(facts(request));
    }

    static PictureFacts facts(Request request) {
        ReplyWishes wishes = request.prompt.wishes();
        return new PictureFacts(wishes.pictureSize(), wishes.pictureQuality());
    }
}
