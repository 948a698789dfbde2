package smeta.media;

import org.jspecify.annotations.Nullable;
import smeta.meter.Count;

/**
 * OpenAI and Claude: the extracted text, and each page once more as an image.
 *
 * <p>The size at which a page is rendered is published by neither. A page's image is therefore what {@code page_low},
 * {@code page_likely} and {@code page_high} say (Claude, measured: 1,558 / 1,597 / 1,619 on both tiers,
 * huggingface.co/datasets/JOHNISKING/pdf-token-cost, 2026-10-18), or by the model's own rule for pictures from the
 * smallest to the largest it counts, likely a US Letter page at 96 dpi (816 × 1056), an assumption of ours.
 *
 * <p>Source: developers.openai.com, "PDF files"; platform.claude.com, "PDF support", as of 2026-08.
 */
record TextAndPages(@Nullable Count image, @Nullable ImageRule pictures, Pages pages) implements DocumentRule {
    static final String NAME = "text-and-pages";

    static TextAndPages from(Parameters p, @Nullable ImageRule pictures) {
        Long likely = p.wholeOrAbsent("page_likely");
        long low = p.whole("page_low", likely == null ? 0 : likely);
        long high = p.whole("page_high", likely == null ? 0 : likely);
        if (likely == null && pictures == null) {
            p.defect("found neither 'page_likely' nor a rule for pictures, expected one of them");
        }
        if (likely != null && (low > likely || likely > high)) {
            p.defect("found page_low " + low + ", page_likely " + likely + ", page_high " + high
                    + ", expected them in order");
            likely = null;
        }
        return new TextAndPages(likely == null ? null : Count.between(low, likely, high), pictures, Pages.from(p));
    }

    @Override
    public Measured measure(DocumentFacts document) {
        Measured onePage = image(document.detail());
        Count count = pages.count(document);
        Count text = pages.textOf(document);
        Count tokens = Pages.product(count, onePage.tokens()).plus(text);
        String how = count.likely() + " × " + onePage.tokens() + " a page + " + text + " of text";
        Measured whole = pages.measured(document, tokens, how);
        return onePage.bounded() ? whole : new Measured(whole.tokens(), whole.how(), false);
    }

    private Measured image(Detail detail) {
        if (image != null || pictures == null) {
            return new Measured(image == null ? Count.ZERO : image, "", true);
        }
        Measured unknown = pictures.measure(ImageFacts.unknown(detail));
        Measured letter = pictures.measure(ImageFacts.of(816, 1056, detail));
        Count bounds = unknown.tokens();
        long likely = letter.tokens().likely();
        return new Measured(
                Count.between(Math.min(bounds.low(), likely), likely, Math.max(bounds.high(), likely)),
                letter.how(),
                unknown.bounded());
    }

    @Override
    public boolean countsText() {
        return true;
    }

    @Override
    public Description describe() {
        String page = image == null && pictures != null ? pictures.describe().formula() : String.valueOf(image);
        return Description.of(
                NAME,
                "The extracted text, and each page as an image; the size at which a page is rendered isn't published.",
                "text + pages × (" + page + ")",
                "https://developers.openai.com/docs/guides/pdf-files",
                "2026-08-31");
    }
}
