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
        boolean says = declared != null && !declared.isBlank()
                && !declared.strip().startsWith("application/octet-stream");
        return new Probed(medium, says && found != null && !found.goesBy(declared)
                ? "declared " + shortened(declared.strip()) + ", found " + found.mediaType()
                : null);
    }

    private static String shortened(String declared) {
        String printable = declared.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
    }
}
