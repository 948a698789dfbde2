package smeta.estimate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.prompt.Dialect;

/** Whose request shape is likely where a body leaves that open. */
public final class UsualDialect {
    private UsualDialect() {}

    /** Whose request shape a model's provider speaks, to break ties. */
    public static Dialect of(Model model) {
        if (!model.talks()) {
            Dialect made = model.capabilities().stream()
                    .map(UsualDialect::ofTask)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (made != null) {
                return made;
            }
        }
        return switch (model.provider()) {
            case "cohere" -> Dialect.COHERE;
            case "anthropic" -> Dialect.ANTHROPIC;
            case "google" -> Dialect.GEMINI;
            default -> Dialect.OPENAI_CHAT;
        };
    }

    private static @Nullable Dialect ofTask(String capability) {
        return switch (capability) {
            case "embedding" -> Dialect.EMBEDDINGS;
            case "rerank" -> Dialect.RERANK;
            case "moderation" -> Dialect.MODERATIONS;
            case "speech" -> Dialect.SPEECH;
            case "transcription" -> Dialect.TRANSCRIPTION;
            case "image-generation" -> Dialect.IMAGES;
            case "video-generation" -> Dialect.VIDEOS;
            default -> null;
        };
    }
}
