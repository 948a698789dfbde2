package smeta.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import smeta.media.AudioRule;
import smeta.media.DocumentRule;
import smeta.media.ImageRule;
import smeta.media.PictureRule;
import smeta.media.VideoRule;

/**
 * A model's media rules, made from what the catalogue declares. Null where nothing is published.
 *
 * @param picture  how a picture that the model makes is counted
 * @param speech   how the model's speech is counted
 * @param declared what they are made from, by the keys that the files have for them
 */
public record MediaRules(
        @Nullable ImageRule image,
        @Nullable AudioRule audio,
        @Nullable VideoRule video,
        @Nullable DocumentRule document,
        @Nullable PictureRule picture,
        @Nullable AudioRule speech,
        Map<String, MediaRule> declared) {
    /** Nothing is published. */
    public static final MediaRules NONE = new MediaRules(null, null, null, null, null, null, Map.of());

    public MediaRules {
        declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
    }

    /**
     * @param declared by {@code image}, {@code audio}, {@code video}, {@code document}, {@code image_output} and {@code
     *                 audio_output}
     * @param refused  takes the key of a rule that can't be made, and why; there is none in its place then
     */
    public static MediaRules of(Map<String, MediaRule> declared, BiConsumer<String, String> refused) {
        ImageRule image = rule(declared, "image", ImageRule::named, refused);
        return new MediaRules(
                image,
                rule(declared, "audio", AudioRule::named, refused),
                rule(declared, "video", VideoRule::named, refused),
                rule(declared, "document", (name, parameters) -> DocumentRule.named(name, parameters, image), refused),
                rule(declared, "image_output", PictureRule::named, refused),
                rule(declared, "audio_output", AudioRule::named, refused),
                declared);
    }

    private static <T> @Nullable T rule(
            Map<String, MediaRule> declared,
            String key,
            BiFunction<String, Map<String, String>, T> named,
            BiConsumer<String, String> refused) {
        MediaRule rule = declared.get(key);
        if (rule == null) {
            return null;
        }
        try {
            return named.apply(rule.rule(), rule.parameters());
        } catch (IllegalArgumentException e) {
            refused.accept(key, e.getMessage());
            return null;
        }
    }
}
