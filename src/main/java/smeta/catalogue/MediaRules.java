package smeta.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param picture how a picture that the model makes is counted
 * @param speech  how the model's speech is counted
 */
public record MediaRules(
        @Nullable ImageRule image,
        @Nullable AudioRule audio,
        @Nullable VideoRule video,
        @Nullable DocumentRule document,
        @Nullable PictureRule picture,
        @Nullable AudioRule speech) {
    static final MediaRules NONE = new MediaRules(null, null, null, null, null, null);

    static MediaRules of(ModelTraits draft, int line, Defects defects) {
        ImageRule image = rule(withLimit(draft), "image", ImageRule::named, line, defects);
        return new MediaRules(
                image,
                rule(draft.audio(), "audio", AudioRule::named, line, defects),
                rule(draft.video(), "video", VideoRule::named, line, defects),
                rule(
                        draft.document(),
                        "document",
                        (name, parameters) -> DocumentRule.named(name, parameters, image),
                        line,
                        defects),
                rule(draft.imageOutput(), "image_output", PictureRule::named, line, defects),
                rule(draft.audioOutput(), "audio_output", AudioRule::named, line, defects));
    }

    private static <T> @Nullable T rule(
            @Nullable MediaRule declared,
            String what,
            BiFunction<String, Map<String, String>, T> named,
            int line,
            Defects defects) {
        if (declared == null) {
            return null;
        }
        try {
            return named.apply(declared.rule(), declared.parameters());
        } catch (IllegalArgumentException e) {
            defects.add(line, "“" + what + "”: " + e.getMessage());
            return null;
        }
    }

    /** A limit of tokens per image is the most that the resizing rule gives, unless the rule says otherwise. */
    private static @Nullable MediaRule withLimit(ModelTraits draft) {
        MediaRule image = draft.image();
        Quantity most = draft.limits().tokensPerImage();
        if (image == null
                || most == null
                || !image.rule().equals("qwen-smart-resize")
                || image.parameters().containsKey("max_tokens")) {
            return image;
        }
        Map<String, String> parameters = new LinkedHashMap<>(image.parameters());
        parameters.put("max_tokens", Long.toString(most.tokens()));
        return new MediaRule(image.rule(), parameters, image.source());
    }
}
