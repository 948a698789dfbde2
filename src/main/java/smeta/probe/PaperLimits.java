package smeta.probe;

/**
 * How far the reading of a document may go. Beyond a limit the answer says so, and counts nothing it hasn't seen.
 *
 * @param bytes    of the document
 * @param pages    counted
 * @param text     characters of text; 0 if no text is wanted
 * @param inflated bytes that all compressed streams of the document come to together
 * @param steps    drawing operators and characters while text is extracted
 */
public record PaperLimits(int bytes, int pages, int text, long inflated, long steps) {
    /** 64 MB of document, 10,000 pages, no text. */
    public static final PaperLimits PAGES_ONLY = new PaperLimits(64 << 20, 10_000, 0, 512L << 20, 0);

    /** The same, with up to 4 million characters of text. */
    public static final PaperLimits WITH_TEXT = new PaperLimits(64 << 20, 10_000, 4_000_000, 512L << 20, 20_000_000);
}
