package smeta.prompt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes parts of media: measures the bytes that are in the body, and says of all others that they are not known. */
final class MediaParts {
    private static final Map<String, String> BY_ENDING = Map.ofEntries(Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"), Map.entry("webp", "image/webp"), Map.entry("gif", "image/gif"),
            Map.entry("heic", "image/heic"), Map.entry("wav", "audio/wav"), Map.entry("mp3", "audio/mpeg"),
            Map.entry("flac", "audio/flac"), Map.entry("ogg", "audio/ogg"), Map.entry("m4a", "audio/mp4"),
            Map.entry("mp4", "video/mp4"), Map.entry("mov", "video/quicktime"), Map.entry("webm", "video/webm"),
            Map.entry("pdf", "application/pdf"));

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

    /** A film by address or in the body, or, for Qwen, a list of frames; {@code fps} stands beside it. */
    Part film(Place where, Place video) {
        BigDecimal fps = where.at("fps").number();
        if (!video.node().isArray()) {
            return video(where, Source.address(video), fps);
        }
        List<Place> frames = video.items();
        Part.Origin origin = frames.isEmpty() ? Part.Origin.URL : Source.address(frames.get(0)).origin();
        return new Part.Video(where.pointer(), null, null, null, fps, frames.size(), origin);
    }

    Part document(Place where, Source source, @Nullable String title) {
        return new Part.Document(where.pointer(), null, null, title, source.origin());
    }

    /** The part that the declared media type asks for; null if it says nothing. */
    @Nullable Part byMime(Place where, Source source, @Nullable String declared, @Nullable String detail,
                          @Nullable BigDecimal framesPerSecond, @Nullable String title) {
        String mime = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
        if (mime.startsWith("image/")) {
            return image(where, source, detail);
        } else if (mime.startsWith("audio/")) {
            return audio(where, source);
        } else if (mime.startsWith("video/")) {
            return video(where, source, framesPerSecond);
        } else if (mime.startsWith("text/") || mime.startsWith("application/")) {
            return document(where, source, title);
        }
        return null;
    }

    /** The media type that the ending of an address or a file name stands for; null if it is not known. */
    static @Nullable String mimeOfName(String name) {
        String path = name.split("[?#]", 2)[0];
        return BY_ENDING.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** The text of parts, a line each. */
    static String joined(List<Part> parts) {
        return parts.stream().filter(Part.Text.class::isInstance).map(part -> ((Part.Text) part).text())
                .collect(Collectors.joining("\n"));
    }
}
