package smeta.media;

import java.util.List;
import java.util.Map;

/** Seconds of film to tokens, as one vendor counts them. Measuring never throws and takes a bounded time. */
public sealed interface VideoRule permits GeminiFrames, QwenFrames {
    /** Tokens of one video, its sound track included. */
    Measured measure(VideoFacts video);

    /** The rule in words, with its source. */
    Description describe();

    /** The names that {@link #named} takes. */
    static List<String> names() {
        return List.of(GeminiFrames.NAME, QwenFrames.NAME);
    }

    /**
     * The rule that the catalogue names.
     *
     * @throws IllegalArgumentException naming everything that is unknown, missing or out of range
     */
    static VideoRule named(String name, Map<String, String> parameters) {
        Parameters p = new Parameters(name, parameters);
        VideoRule rule = switch (name) {
            case GeminiFrames.NAME -> GeminiFrames.from(p);
            case QwenFrames.NAME -> QwenFrames.from(p);
            default -> throw Parameters.unknownRule("video", name, names());
        };
        p.finish();
        return rule;
    }
}
