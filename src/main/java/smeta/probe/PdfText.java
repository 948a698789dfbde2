package smeta.probe;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a PDF, as PDFBox extracts it: an approximation of what a vendor's own extractor yields. Lines and words
 * are PDFBox's; the characters and their places come from {@link PdfContent}, since PDFBox's own reader of pages keeps
 * colours and clipping paths, for which it initialises AWT. Stops after so many operators and characters, so that forms
 * which draw one another over and over end too.
 */
final class PdfText extends PDFTextStripper implements PdfContent.Reader {
    static {
        // PDFBox would search the machine for fonts and keep an index of them on its disk; text needs none of them
        FontMappers.set(new OneFont());
    }

    /** Text, and whether it is all of it. */
    record Found(String text, boolean whole) {}

    /** Ends the extraction; unchecked, since PDFBox recovers from some checked ones. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private final PaperLimits limits;
    private final PdfContent content = new PdfContent(this);
    private long steps;
    private int characters;

    private PdfText(PaperLimits limits) {
        this.limits = limits;
    }

    static Found of(Bytes b, PaperLimits limits) throws IOException {
        StringWriter text = new StringWriter();
        boolean whole = true;
        try (PdfFile file = PdfFile.open(b)) {
            COSDictionary pages = file.pages();
            if (pages == null) {
                throw new IOException("found no page tree, expected /Pages in the catalogue of the document");
            }
            if (file.isEncrypted()) {
                throw new IOException("found an encrypted document, expected none");
            }
            PdfText reader = new PdfText(limits);
            reader.output = text;
            reader.processPages(new PDPageTree(pages));
        } catch (Enough enough) {
            whole = false;
        }
        String found = text.toString();
        return new Found(found.length() > limits.text() ? found.substring(0, limits.text()) : found, whole);
    }

    /** PDFBox makes its lists ready for the page, this fills them, and PDFBox writes the lines. */
    @Override
    public void processPage(PDPage page) throws IOException {
        try {
            super.processPage(new Prepared(page));
        } catch (Prepared.Done done) {
            content.read(page);
        }
        writePage();
        endPage(page);
    }

    @Override
    public void operator() {
        if (++steps > limits.steps()) {
            throw new Enough();
        }
    }

    @Override
    public void character(TextPosition position) {
        processTextPosition(position);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        operator();
        if (++characters > limits.text()) {
            throw new Enough();
        }
        super.processTextPosition(position);
    }

    /** A page that stops PDFBox where its own reader of content begins: that first asks how the page is turned. */
    private static final class Prepared extends PDPage {
        private static final class Done extends RuntimeException {
            private static final long serialVersionUID = 1;

            Done() {
                super("prepared", null, false, false);
            }
        }

        Prepared(PDPage page) {
            super(page.getCOSObject());
        }

        @Override
        public int getRotation() {
            throw new Done();
        }
    }
}
