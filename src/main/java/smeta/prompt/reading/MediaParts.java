package smeta.prompt.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.probe.Medium;
import smeta.prompt.Part;

/** Makes parts of media: measures the bytes that are in the body, and says of all others that they are not known. */
public final class MediaParts {
    private static final BigDecimal MOST_FRAMES_PER_SECOND = BigDecimal.valueOf(1000);

    private final MediaProbe probe;

    public MediaParts(PromptDraft draft) {
        this.probe = new MediaProbe(draft);
    }

    /** Qwen's budgets of pixels stand beside a picture. */
    public Part image(JsonCursor where, MediaSource source, @Nullable String detail) {
        Medium.Picture found = probe.picture(where, source);
        boolean object = where.node().isObject();
        return new Part.Image(
                where.pointer(),
                found == null ? null : (Integer) (int) found.width(),
                found == null ? null : (Integer) (int) found.height(),
                detail,
                source.origin(),
                object ? where.at("min_pixels").whole() : null,
                object ? where.at("max_pixels").whole() : null);
    }

    public Part audio(JsonCursor where, MediaSource source) {
        return new Part.Audio(where.pointer(), millis(probe.recording(where, source)), source.origin());
    }

    public Part video(JsonCursor where, MediaSource source, JsonCursor framesPerSecond, @Nullable String detail) {
        BigDecimal rate = rate(framesPerSecond);
        Medium found = probe.recording(where, source);
        if (found instanceof Medium.Film film) {
            return new Part.Video(
                    where.pointer(),
                    film.millis(),
                    (int) film.width(),
                    (int) film.height(),
                    rate,
                    null,
                    source.origin(),
                    film.sound(),
                    detail);
        }
        return new Part.Video(where.pointer(), millis(found), null, null, rate, null, source.origin(), null, detail);
    }

    /** A film by address or in the body, or, for Qwen, a list of frames; {@code fps} stands beside it. */
    public Part film(JsonCursor where, JsonCursor video) {
        JsonCursor rate = where.at("fps");
        if (!video.node().isArray()) {
            return video(where, MediaSource.address(video), rate, null);
        }
        List<MediaSource> frames =
                video.items().stream().map(MediaSource::address).toList();
        MediaSource first = frames.isEmpty() ? MediaSource.URL : frames.get(0);
        Medium.Picture picture = probe.picture(where, first);
        return new Part.Video(
                where.pointer(),
                null,
                picture == null ? null : (Integer) (int) picture.width(),
                picture == null ? null : (Integer) (int) picture.height(),
                rate(rate),
                frames.size(),
                first.origin());
    }

    public Part document(JsonCursor where, MediaSource source, @Nullable String title, @Nullable String detail) {
        MediaProbe.Paper found = probe.paper(where, source);
        return new Part.Document(where.pointer(), found.pages(), found.text(), title, source.origin(), detail);
    }

    /** The part that the declared media type asks for; null if it says nothing. */
    public @Nullable Part byMime(
            JsonCursor where,
            MediaSource source,
            @Nullable String declared,
            @Nullable String detail,
            JsonCursor framesPerSecond,
            @Nullable String title) {
        return switch (declared == null ? "" : declared.toLowerCase(Locale.ROOT).split("/", 2)[0]) {
            case "image" -> image(where, source, detail);
            case "audio" -> audio(where, source);
            case "video" -> video(where, source, framesPerSecond, detail);
            case "text", "application" -> document(where, source, title, detail);
            default -> null;
        };
    }

    private static @Nullable Long millis(@Nullable Medium recording) {
        return recording instanceof Medium.Sound sound
                ? (Long) sound.millis()
                : recording instanceof Medium.Film film ? (Long) film.millis() : null;
    }

    private static @Nullable BigDecimal rate(JsonCursor place) {
        BigDecimal rate = place.number();
        if (rate != null && (rate.signum() <= 0 || rate.compareTo(MOST_FRAMES_PER_SECOND) > 0)) {
            throw place.unsupported(
                    "wrong_value", "A rate above 0 and up to 1000 frames a second was expected.", "correct the rate");
        }
        return rate;
    }
}
