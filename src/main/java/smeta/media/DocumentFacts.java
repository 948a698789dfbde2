package smeta.media;

import org.jspecify.annotations.Nullable;
import smeta.meter.Count;

/**
 * What is known of a document before it is counted.
 *
 * @param pages      how many, or null if unknown
 * @param textTokens tokens of the text in it, by the model's own vocabulary, or null if unknown
 * @param detail     as the request asks
 */
public record DocumentFacts(
        @Nullable Integer pages, @Nullable Count textTokens, Detail detail) {
    /** @throws IllegalArgumentException if the number of pages is negative */
    public DocumentFacts {
        if (pages != null && pages < 0) {
            throw new IllegalArgumentException("expected 0 pages or more, found " + pages);
        }
    }

    public static DocumentFacts of(int pages) {
        return new DocumentFacts(pages, null, Detail.AUTO);
    }

    public static DocumentFacts of(int pages, Count textTokens) {
        return new DocumentFacts(pages, textTokens, Detail.AUTO);
    }

    public static DocumentFacts unknown() {
        return new DocumentFacts(null, null, Detail.AUTO);
    }
}
