package smeta.prompt.reading;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ending of a file's name says of its content; for files that nobody opens. */
public final class FileNames {
    private static final Map<String, String> MIME = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("gif", "image/gif"),
            Map.entry("heic", "image/heic"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("flac", "audio/flac"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("pdf", "application/pdf"));

    private FileNames() {}

    /** The media type; null if the ending is not known. */
    public static @Nullable String mime(String nameOrAddress) {
        String path = nameOrAddress.split("[?#]", 2)[0];
        return MIME.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
