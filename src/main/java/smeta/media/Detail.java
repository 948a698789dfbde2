package smeta.media;

import java.util.Locale;
import java.util.Optional;

/**
 * How closely a model is asked to look: OpenAI's {@code detail}, Gemini's {@code mediaResolution}, DashScope's
 * {@code vl_high_resolution_images}. A rule that knows nothing of a level treats it as {@link #AUTO}, or as the nearest
 * level it has; each rule says which.
 */
public enum Detail {
    /** Not stated, or {@code auto}: what the vendor's server then does. */
    AUTO,
    LOW,
    MEDIUM,
    HIGH,
    ULTRA_HIGH,
    /** OpenAI's {@code original}: no shrinking below the model's own limit. */
    ORIGINAL,
    /** DashScope's {@code vl_high_resolution_images: true}. */
    HIGH_RESOLUTION;

    /**
     * The level that a request names: {@code low}, {@code media_resolution_high}, {@code MEDIA_RESOLUTION_UNSPECIFIED};
     * empty for a word that no vendor uses.
     */
    public static Optional<Detail> of(String word) {
        String level = word.strip().toLowerCase(Locale.ROOT);
        if (level.startsWith("media_resolution_")) {
            level = level.substring("media_resolution_".length());
        }
        return switch (level) {
            case "auto", "unspecified", "" -> Optional.of(AUTO);
            case "low" -> Optional.of(LOW);
            case "medium" -> Optional.of(MEDIUM);
            case "high" -> Optional.of(HIGH);
            case "ultra_high" -> Optional.of(ULTRA_HIGH);
            case "original" -> Optional.of(ORIGINAL);
            default -> Optional.empty();
        };
    }
}
