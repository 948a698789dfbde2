package smeta.probe;

import org.jspecify.annotations.Nullable;

/**
 * A medium, and where its content contradicts what was declared. The content decides.
 *
 * @param medium       what the bytes hold
 * @param disagreement such as {@code declared image/png, found image/jpeg}; null if there is none
 */
public record Probed(Medium medium, @Nullable String disagreement) {
    static Probed of(Medium medium, @Nullable String declared) {
        Format found = medium.formatFound();
        String says =
                declared == null || declared.strip().startsWith("application/octet-stream") ? "" : declared.strip();
        return new Probed(
                medium,
                !says.isEmpty() && found != null && !found.goesBy(says)
                        ? "declared " + shortened(says) + ", found " + found.mediaType()
                        : null);
    }

    private static String shortened(String declared) {
        String printable = declared.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
    }
}
