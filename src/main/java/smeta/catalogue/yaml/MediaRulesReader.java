package smeta.catalogue.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.MediaRule;
import smeta.catalogue.MediaRules;
import smeta.catalogue.Quantity;
import smeta.media.AudioRule;
import smeta.media.DocumentRule;
import smeta.media.ImageRule;
import smeta.media.PictureRule;
import smeta.media.VideoRule;

/** Makes a model's media rules of what its file declares. */
final class MediaRulesReader {
    private MediaRulesReader() {}

    static MediaRules read(ModelTraits draft, int line, Defects defects) {
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
