package smeta.media;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages to tokens, as one vendor counts them. Measuring never throws. */
public sealed interface DocumentRule permits DocumentPerPage, TextAndPages, TextOnly {
    /** Tokens of one document, its text included where the vendor counts it. */
    Measured measure(DocumentFacts document);

    /** Whether {@link DocumentFacts#textTokens()} matters: if not, nobody needs to extract the text. */
    boolean countsText();

    /** The rule in words, with its source. */
    Description describe();

    /** The names that {@link #named} takes. */
    static List<String> names() {
        return List.of(DocumentPerPage.NAME, TextAndPages.NAME, TextOnly.NAME);
    }

    /**
     * The rule that the catalogue names.
     *
     * @param pictures the model's own rule for pictures, by which {@code text-and-pages} counts a page's image unless
     *                 its parameters state that; null if the model has none
     * @throws IllegalArgumentException naming everything that is unknown, missing or out of range
     */
    static DocumentRule named(String name, Map<String, String> parameters, @Nullable ImageRule pictures) {
        Parameters p = new Parameters(name, parameters);
        DocumentRule rule = switch (name) {
            case DocumentPerPage.NAME -> DocumentPerPage.from(p);
            case TextAndPages.NAME -> TextAndPages.from(p, pictures);
            case TextOnly.NAME -> TextOnly.from(p);
            default -> throw Parameters.unknownRule("document", name, names());
        };
        p.finish();
        return rule;
    }
}
