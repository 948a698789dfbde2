package smeta.probe;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a PDF, as PDFBox extracts it: an approximation of what a vendor's own extractor yields. Stops after so
 * many operators and characters, so that forms which draw one another over and over end too.
 */
final class PdfText extends PDFTextStripper {
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
    private long steps;
    private int characters;

    private PdfText(PaperLimits limits) {
        this.limits = limits;
    }

    static Found of(Bytes b, PaperLimits limits) throws IOException {
        StringWriter text = new StringWriter();
        boolean whole = true;
        try (PDDocument document = Loader.loadPDF(b.head())) {
            new PdfText(limits).writeText(document, text);
        } catch (Enough enough) {
            whole = false;
        }
        String found = text.toString();
        return new Found(found.length() > limits.text() ? found.substring(0, limits.text()) : found, whole);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        step();
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        step();
        if (++characters > limits.text()) {
            throw new Enough();
        }
        super.processTextPosition(position);
    }

    private void step() {
        if (++steps > limits.steps()) {
            throw new Enough();
        }
    }
}
