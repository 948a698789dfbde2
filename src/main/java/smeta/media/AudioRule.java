package smeta.media;

import java.util.List;
import java.util.Map;

/** Seconds of sound to tokens, as one vendor counts them. Measuring never throws. */
public sealed interface AudioRule permits AudioPerSecond {
    /** Tokens of one recording. */
    Measured measure(AudioFacts audio);

    /** The rule in words, with its source. */
    Description describe();

    /** The names that {@link #named} takes. */
    static List<String> names() {
        return List.of(AudioPerSecond.NAME);
    }

    /**
     * The rule that the catalogue names.
     *
     * @throws IllegalArgumentException naming everything that is unknown, missing or out of range
     */
    static AudioRule named(String name, Map<String, String> parameters) {
        Parameters p = new Parameters(name, parameters);
        AudioRule rule = switch (name) {
            case AudioPerSecond.NAME -> AudioPerSecond.from(p);
            default -> throw Parameters.unknownRule("audio", name, names());
        };
        p.finish();
        return rule;
    }
}
