package smeta.usage;

import org.jspecify.annotations.Nullable;

/**
 * What the vendor says it served, as far as it chooses a price. Null means that it isn't reported.
 *
 * @param serviceTier in the vendor's word, lower case: {@code standard}, {@code priority}, {@code fast} …
 * @param place       where the model ran: {@code us}
 * @param searchDepth {@code low}, {@code medium}, {@code high}
 */
public record ServedTerms(
        @Nullable String serviceTier,
        @Nullable String place,
        @Nullable String searchDepth) {
    public static final ServedTerms UNSAID = new ServedTerms(null, null, null);

    public static ServedTerms tier(@Nullable String serviceTier) {
        return new ServedTerms(serviceTier, null, null);
    }

    /** These, and what the other says where these say nothing. */
    public ServedTerms or(ServedTerms other) {
        return new ServedTerms(
                serviceTier == null ? other.serviceTier : serviceTier,
                place == null ? other.place : place,
                searchDepth == null ? other.searchDepth : searchDepth);
    }
}
