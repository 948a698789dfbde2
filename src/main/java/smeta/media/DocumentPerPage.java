package smeta.media;

import java.util.List;
import smeta.meter.Count;

/**
 * Gemini: a constant a page, by media resolution. Up to 2.5 it is 258 (256 in the media-resolution table, 64 at low);
 * from 3 on 560, 280 at low, 1120 at high.
 *
 * <p>{@code text} says what becomes of the text in the PDF: {@code free} (measured on Gemini 3: 560 a page and nothing
 * more, huggingface.co/datasets/JOHNISKING/pdf-token-cost, 2026-10-18), {@code counted}, or {@code unclear}, where low
 * and likely are without and high is with it. Source of the constants: ai.google.dev, media resolution, 2026-09-19.
 */
record DocumentPerPage(long page, long low, long medium, long high, String text, Pages pages) implements DocumentRule {
    static final String NAME = "per-page";

    static DocumentPerPage from(Parameters p) {
        long page = p.whole("page");
        return new DocumentPerPage(
                page,
                p.whole("low_page", page),
                p.whole("medium_page", page),
                p.whole("high_page", page),
                p.word("text", "free", List.of("free", "counted", "unclear")),
                Pages.from(p));
    }

    @Override
    public Measured measure(DocumentFacts document) {
        long perPage = switch (document.detail()) {
            case LOW -> low;
            case MEDIUM -> medium;
            case HIGH, ULTRA_HIGH -> high;
            case AUTO, ORIGINAL, HIGH_RESOLUTION -> page;
        };
        Count count = pages.count(document);
        Count images = Pages.product(count, Count.exact(perPage));
        String how = count.likely() + " × " + perPage;
        if (!countsText()) {
            return pages.measured(document, images, how);
        }
        Count words = pages.textOf(document);
        Count billed = text.equals("counted") ? words : Count.between(0, 0, words.high());
        return pages.measured(document, images.plus(billed), how + " + " + billed + " of text");
    }

    @Override
    public boolean countsText() {
        return !text.equals("free");
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                page + " tokens a page (low " + low + ", medium " + medium + ", high " + high
                        + "); the text in the document is " + text + ".",
                "pages × " + page,
                "https://ai.google.dev/gemini-api/docs/media-resolution",
                "2026-09-19");
    }
}
