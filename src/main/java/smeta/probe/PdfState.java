package smeta.probe;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** What of a graphics state places text: operators {@code q} and {@code Q} keep and restore it. */
final class PdfState {
    /** From user space to the page. */
    final Matrix page;

    /** Of the next character; null outside of a text object. */
    @Nullable
    Matrix text;

    /** Of the beginning of the line; null outside of a text object. */
    @Nullable
    Matrix line;

    @Nullable
    PDFont font;

    float size;
    float characterSpacing;
    float wordSpacing;
    float leading;
    float rise;
    /** Horizontal scaling in percent. */
    float scaling = 100;

    PdfState() {
        page = new Matrix();
    }

    private PdfState(Matrix page) {
        this.page = page;
    }

    PdfState copy() {
        PdfState copy = new PdfState(page.clone());
        copy.text = text == null ? null : text.clone();
        copy.line = line == null ? null : line.clone();
        copy.font = font;
        copy.size = size;
        copy.characterSpacing = characterSpacing;
        copy.wordSpacing = wordSpacing;
        copy.leading = leading;
        copy.rise = rise;
        copy.scaling = scaling;
        return copy;
    }
}
