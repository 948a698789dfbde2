package smeta.catalogue;

import org.jspecify.annotations.Nullable;
import smeta.media.AudioRule;
import smeta.media.DocumentRule;
import smeta.media.ImageRule;
import smeta.media.PictureRule;
import smeta.media.VideoRule;

/**
 * A model's media rules, made from what the catalogue declares. Null where nothing is published.
 *
 * @param picture how a picture that the model makes is counted
 * @param speech  how the model's speech is counted
 */
public record MediaRules(
        @Nullable ImageRule image,
        @Nullable AudioRule audio,
        @Nullable VideoRule video,
        @Nullable DocumentRule document,
        @Nullable PictureRule picture,
        @Nullable AudioRule speech) {
    /** Nothing is published. */
    public static final MediaRules NONE = new MediaRules(null, null, null, null, null, null);
}
