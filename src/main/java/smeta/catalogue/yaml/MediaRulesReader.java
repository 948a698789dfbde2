package smeta.catalogue.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.MediaRule;
import smeta.catalogue.MediaRules;
import smeta.catalogue.Quantity;

/** Makes a model's media rules of what its file declares. */
final class MediaRulesReader {
    private MediaRulesReader() {}

    static MediaRules read(ModelTraits draft, int line, Defects defects) {
        Map<String, MediaRule> declared = new LinkedHashMap<>();
        put(declared, "image", withLimit(draft));
        put(declared, "audio", draft.audio());
        put(declared, "video", draft.video());
        put(declared, "document", draft.document());
        put(declared, "image_output", draft.imageOutput());
        put(declared, "audio_output", draft.audioOutput());
        return MediaRules.of(declared, (key, why) -> defects.add(line, "“" + key + "”: " + why));
    }

    private static void put(Map<String, MediaRule> declared, String key, @Nullable MediaRule rule) {
        if (rule != null) {
            declared.put(key, rule);
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
