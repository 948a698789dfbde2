package smeta.prompt;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes parts of media: measures the bytes that are in the body, and says of all others that they are not known. */
final class MediaParts {
    private final Draft draft;

    MediaParts(Draft draft) {
        this.draft = draft;
    }

    Part image(Place where, Source source, @Nullable String detail) {
        return new Part.Image(where.pointer(), null, null, detail, source.origin());
    }

    Part audio(Place where, Source source) {
        return new Part.Audio(where.pointer(), null, source.origin());
    }

    Part video(Place where, Source source, @Nullable BigDecimal framesPerSecond) {
        return new Part.Video(where.pointer(), null, null, null, framesPerSecond, null, source.origin());
    }

    Part document(Place where, Source source, @Nullable String title) {
        return new Part.Document(where.pointer(), null, null, title, source.origin());
    }
}
