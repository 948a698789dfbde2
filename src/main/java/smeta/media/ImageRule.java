package smeta.media;

import java.util.List;
import java.util.Map;

/**
 * Pixels to tokens, as one vendor counts them. The constants are the catalogue's, the algorithm is the variant's.
 * Measuring never throws and takes a bounded time, whatever the size.
 */
public sealed interface ImageRule
        permits OpenAiTiles,
                OpenAiPatches,
                ClaudePatches,
                ClaudeArea,
                GeminiTiles,
                GeminiResolution,
                SmartResize,
                FixedImage,
                ImageAtMost,
                UncertainImage {
    /** Tokens of one picture. */
    Measured measure(ImageFacts image);

    /** The rule in words, with its source. */
    Description describe();

    /** The names that {@link #named} takes. */
    static List<String> names() {
        return List.of(
                OpenAiTiles.NAME,
                OpenAiPatches.NAME,
                ClaudePatches.NAME,
                ClaudeArea.NAME,
                GeminiTiles.NAME,
                GeminiResolution.NAME,
                SmartResize.NAME,
                FixedImage.NAME,
                ImageAtMost.NAME);
    }

    /**
     * The rule that the catalogue names. Every rule also takes {@code uncertainty_percent}, where measurements
     * contradict the published formula by so much.
     *
     * @throws IllegalArgumentException naming everything that is unknown, missing or out of range
     */
    static ImageRule named(String name, Map<String, String> parameters) {
        Parameters p = new Parameters(name, parameters);
        ImageRule rule = switch (name) {
            case OpenAiTiles.NAME -> OpenAiTiles.from(p);
            case OpenAiPatches.NAME -> OpenAiPatches.from(p);
            case ClaudePatches.NAME -> ClaudePatches.from(p);
            case ClaudeArea.NAME -> ClaudeArea.from(p);
            case GeminiTiles.NAME -> GeminiTiles.from(p);
            case GeminiResolution.NAME -> GeminiResolution.from(p);
            case SmartResize.NAME -> SmartResize.from(p);
            case FixedImage.NAME -> FixedImage.from(p);
            case ImageAtMost.NAME -> ImageAtMost.from(p);
            default -> throw Parameters.unknownRule("image", name, names());
        };
        ImageRule whole = UncertainImage.around(rule, p);
        p.finish();
        return whole;
    }
}
