package smeta.prompt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Part.Origin;

/** Where a medium comes from: bytes in the body, or an address or id whose bytes nobody fetches. */
record Source(Origin origin, @Nullable Place data, @Nullable String mime) {
    static final Source URL = new Source(Origin.URL, null, null);
    static final Source FILE_ID = new Source(Origin.FILE_ID, null, null);

    /** A place that always holds base64, or, as some clients send it there, a data URL. */
    static Source base64(Place data, @Nullable String mime) {
        data.blob();
        return new Source(
                Origin.INLINE,
                data,
                mime == null
                        ? null
                        : mime.toLowerCase(Locale.ROOT).split(";", 2)[0].strip());
    }

    /** A place that holds an address, a data URL, or, as some vendors allow, bare base64. */
    static Source address(Place url) {
        if (url.node().isPojo()) {
            return base64(url, null);
        }
        String text = url.text();
        return text.regionMatches(true, 0, "data:", 0, 5) ? base64(url, null) : URL;
    }

    /** The media type beside the data, or that of the data URL. */
    @Nullable String declared() {
        return mime != null || data == null ? mime : data.blob().declaredMime();
    }
}
