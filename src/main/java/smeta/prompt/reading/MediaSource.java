package smeta.prompt.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Part.Origin;

/** Where a medium comes from: bytes in the body, or an address or id whose bytes nobody fetches. */
public record MediaSource(
        Origin origin, @Nullable JsonCursor data, @Nullable String mime) {
    public static final MediaSource URL = new MediaSource(Origin.URL, null, null);
    public static final MediaSource FILE_ID = new MediaSource(Origin.FILE_ID, null, null);

    /** A place that always holds base64, or, as some clients send it there, a data URL. */
    public static MediaSource base64(JsonCursor data, @Nullable String mime) {
        data.blob();
        return new MediaSource(
                Origin.INLINE,
                data,
                mime == null
                        ? null
                        : mime.toLowerCase(Locale.ROOT).split(";", 2)[0].strip());
    }

    /** A place that holds an address, a data URL, or, as some vendors allow, bare base64. */
    public static MediaSource address(JsonCursor url) {
        if (url.node().isPojo()) {
            return base64(url, null);
        }
        String text = url.text();
        return text.regionMatches(true, 0, "data:", 0, 5) ? base64(url, null) : URL;
    }

    /** The media type beside the data, or that of the data URL. */
    public @Nullable String declared() {
        return mime != null || data == null ? mime : data.blob().declaredMime();
    }
}
