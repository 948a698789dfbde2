package smeta.http.load;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a body is packed: the value of {@code Content-Encoding}. */
enum ContentCoding {
    IDENTITY,
    GZIP,
    DEFLATE;

    /** For {@code Accept-Encoding} of a refusal (RFC 9110, section 15.5.16). */
    static final String ACCEPTED = "gzip, deflate";

    /** @return empty for one that isn't taken here, and for several on top of each other */
    static Optional<ContentCoding> of(@Nullable String header) {
        String name = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> Optional.of(IDENTITY);
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "deflate" -> Optional.of(DEFLATE);
            default -> Optional.empty();
        };
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
