package smeta.token;

/**
 * A vocabulary file that isn't understood in full; the message names the file, the JSON pointer, and what was found.
 */
public final class VocabularyRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param pointer the JSON pointer of what is refused; @param reason what was found there, or expected */
    public VocabularyRefused(String file, String pointer, String reason) {
        super(file + ", " + pointer + ": " + reason);
    }
}
