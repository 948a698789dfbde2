package smeta.media;

import java.util.List;
import java.util.Map;

/** A picture that a model makes, in tokens, as its vendor counts it. Measuring never throws. */
public sealed interface PictureRule permits FixedPicture, PicturesBySize, PictureByArea {
    /** Tokens of one picture; in bounds where the request leaves its size or quality to the vendor. */
    Measured measure(PictureFacts picture);

    /** The rule in words, with its source. */
    Description describe();

    /** The names that {@link #named} takes. */
    static List<String> names() {
        return List.of(FixedPicture.NAME, PicturesBySize.NAME, PictureByArea.NAME);
    }

    /**
     * The rule that the catalogue names.
     *
     * @throws IllegalArgumentException naming everything that is unknown, missing or out of range
     */
    static PictureRule named(String name, Map<String, String> parameters) {
        Parameters p = new Parameters(name, parameters);
        PictureRule rule = switch (name) {
            case FixedPicture.NAME -> FixedPicture.from(p);
            case PicturesBySize.NAME -> PicturesBySize.from(p, parameters);
            case PictureByArea.NAME -> PictureByArea.from(p);
            default -> throw Parameters.unknownRule("picture", name, names());
        };
        p.finish();
        return rule;
    }
}
