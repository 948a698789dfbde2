package smeta.probe;

import java.util.List;
import java.util.Locale;

/** The formats that can be told from their first bytes, with the media types by which they go. */
public enum Format {
    PNG("image/png", "image/apng", "image/x-png"),
    JPEG("image/jpeg", "image/jpg", "image/pjpeg"),
    WEBP("image/webp"),
    GIF("image/gif"),
    BMP("image/bmp", "image/x-ms-bmp", "image/x-bmp"),
    HEIC("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"),
    AVIF("image/avif", "image/avif-sequence"),
    WAV("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    MP3("audio/mpeg", "audio/mp3", "audio/mpeg3", "audio/x-mp3", "audio/mpga"),
    OGG("audio/ogg", "audio/opus", "audio/vorbis", "application/ogg", "video/ogg"),
    FLAC("audio/flac", "audio/x-flac"),
    AAC("audio/aac", "audio/aacp", "audio/x-aac"),
    AIFF("audio/aiff", "audio/x-aiff", "audio/aif"),
    M4A("audio/mp4", "audio/m4a", "audio/x-m4a", "audio/aac", "video/mp4"),
    MP4("video/mp4", "video/x-m4v", "audio/mp4", "video/3gpp", "video/quicktime"),
    MOV("video/quicktime", "video/mov", "video/mp4"),
    WEBM("video/webm", "audio/webm", "video/x-matroska", "audio/x-matroska"),
    PDF("application/pdf", "application/x-pdf");

    private final List<String> mediaTypes;

    Format(String... mediaTypes) {
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The usual media type. */
    public String mediaType() {
        return mediaTypes.get(0);
    }

    /** Whether a declared media type, parameters and case aside, or a bare name such as {@code mp3}, may mean this. */
    public boolean goesBy(String declared) {
        int parameters = declared.indexOf(';');
        String type = (parameters < 0 ? declared : declared.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return type.equals(name().toLowerCase(Locale.ROOT))
                || mediaTypes.stream().anyMatch(mediaType -> mediaType.equals(type) || mediaType.endsWith("/" + type));
    }
}
