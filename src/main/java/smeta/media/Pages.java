package smeta.media;

import org.jspecify.annotations.Nullable;
import smeta.meter.Count;

/**
 * What is taken where a document's length or text isn't known.
 *
 * @param longest the most pages that the vendor takes, or null if not known
 * @param text    tokens of text on a page
 */
record Pages(@Nullable Long longest, Count text) {
    /** An assumption of ours for a document of unknown length. */
    private static final long ASSUMED = 10;

    /**
     * A scanned page has no text; a dense page was measured at 461 to 503 tokens
     * (huggingface.co/datasets/JOHNISKING/pdf-token-cost, 2026-10-18); Anthropic states up to 3,000.
     */
    static Pages from(Parameters p) {
        long likely = p.whole("text_likely", 500);
        long low = p.whole("text_low", 0);
        long high = p.whole("text_high", 3000);
        if (low > likely || likely > high) {
            p.defect("found text_low " + low + ", text_likely " + likely + ", text_high " + high
                    + ", expected them in order");
            return new Pages(null, Count.ZERO);
        }
        return new Pages(p.wholeOrAbsent("longest"), Count.between(low, likely, high));
    }

    Count count(DocumentFacts document) {
        Integer pages = document.pages();
        if (pages != null) {
            return Count.exact(pages);
        }
        long most = longest == null ? ASSUMED : longest;
        return Count.between(1, Math.min(ASSUMED, most), most);
    }

    boolean bounded(DocumentFacts document) {
        return document.pages() != null || longest != null;
    }

    Count textOf(DocumentFacts document) {
        Count known = document.textTokens();
        return known == null ? product(count(document), text) : known;
    }

    Measured measured(DocumentFacts document, Count tokens, String how) {
        String assumed = document.pages() == null
                ? "; length unknown, " + count(document).likely() + " pages assumed"
                : "";
        return new Measured(tokens, how + assumed, bounded(document));
    }

    static Count product(Count a, Count b) {
        return Count.between(
                Pixels.product(a.low(), b.low()),
                Pixels.product(a.likely(), b.likely()),
                Pixels.product(a.high(), b.high()));
    }
}
