package smeta.probe;

import org.jspecify.annotations.Nullable;

/** What was found in the bytes of a medium. */
public sealed interface Medium {
    /** A still picture, or the canvas of an animation. The sides are as stored, before any EXIF or HEIF rotation. */
    record Picture(long width, long height, Format format) implements Medium {}

    /** A recording; its length in milliseconds, rounded up. */
    record Sound(long millis, Format format) implements Medium {}

    /** A video: the size of a frame as shown, before rotation; the length in milliseconds, rounded up. */
    record Film(long width, long height, long millis, boolean sound, Format format) implements Medium {}

    /**
     * A document.
     *
     * @param pages     how many
     * @param text      its text, or null where it wasn't asked for or can't be had
     * @param whyNoText where the text was asked for and isn't here, or isn't whole: the reason
     */
    record Paper(int pages, @Nullable String text, @Nullable String whyNoText, Format format) implements Medium {}

    /**
     * Nothing that can be counted.
     *
     * @param reason   for people
     * @param needMore whether more of the same bytes might tell; false if these were all, or if more won't help
     */
    record Unknown(String reason, boolean needMore) implements Medium {}

    /** The format, or null if unknown. */
    default @Nullable Format formatFound() {
        if (this instanceof Picture picture) {
            return picture.format();
        }
        if (this instanceof Sound sound) {
            return sound.format();
        }
        if (this instanceof Film film) {
            return film.format();
        }
        return this instanceof Paper paper ? paper.format() : null;
    }
}
