package smeta.prompt.gemini;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Part;
import smeta.prompt.reading.JsonCursor;

/** The piece of a film that {@code videoMetadata} cuts out, from {@code startOffset} to {@code endOffset}. */
final class GeminiClip {
    private GeminiClip() {}

    static Part cut(Part part, JsonCursor metadata) {
        Long start = millis(metadata.either("startOffset", "start_offset"));
        Long end = millis(metadata.either("endOffset", "end_offset"));
        if (!(part instanceof Part.Video film) || start == null && end == null) {
            return part;
        }
        long from = start == null ? 0 : start;
        Long whole = film.millis();
        Long until = end == null ? whole : whole == null ? end : Long.valueOf(Math.min(end, whole));
        Long length = until == null ? null : Long.valueOf(Math.max(0, until - from));
        return new Part.Video(
                film.pointer(),
                length,
                film.width(),
                film.height(),
                film.framesPerSecond(),
                film.frames(),
                film.origin(),
                film.sound(),
                film.detail());
    }

    private static @Nullable Long millis(JsonCursor offset) {
        String text = offset.textOrNull();
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?s")) {
            throw offset.unsupported(
                    "wrong_value", "A duration in seconds was expected, like 40s or 1.5s.", "correct the offset");
        }
        return new BigDecimal(text.substring(0, text.length() - 1))
                .movePointRight(3)
                .longValue();
    }
}
