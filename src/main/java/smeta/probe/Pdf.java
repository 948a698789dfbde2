package smeta.probe;

import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pages and text of a PDF, by PDFBox, kept in bounds: {@link PdfGuard} looks first at what the compressed streams come
 * to, since PDFBox would unpack them into memory whatever their size. Nothing touches the disk.
 */
final class Pdf {
    private static final int HEADER_WITHIN = 1024;
    /**
     * PDFBox logs pieces of a broken document, and what is sent here is never logged. Held, lest the level be
     * forgotten.
     */
    private static final List<Logger> SILENCED =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private Pdf() {}

    /** Readers accept a header within the first 1,024 bytes. */
    static boolean begins(Bytes b) {
        for (int at = 0; at < HEADER_WITHIN && at < b.length(); at++) {
            if (b.has(at, "%PDF-")) {
                return true;
            }
        }
        return false;
    }

    static Medium read(Bytes b, PaperLimits limits) {
        if (!b.isWhole()) {
            return new Medium.Unknown("PDF: its page tree is found from its end, and not all bytes are at hand", true);
        }
        if (b.total() > limits.bytes()) {
            return new Medium.Unknown("PDF: longer than " + limits.bytes() + " bytes", false);
        }
        String refusal = new PdfGuard(b, limits.inflated()).refusal();
        if (refusal != null) {
            return new Medium.Unknown("PDF: " + refusal, false);
        }
        Integer pages;
        try {
            pages = PdfPages.count(b, limits.pages());
        } catch (IOException | RuntimeException | VirtualMachineError | LinkageError e) {
            // VirtualMachineError: endless nesting, or one array of a size that only the document claims
            return new Medium.Unknown("PDF: it can't be read (" + e.getClass().getSimpleName() + ")", false);
        }
        if (pages == null || pages == 0) {
            return new Medium.Unknown("PDF: it has no pages, or more than " + limits.pages(), false);
        }
        return limits.text() == 0 ? new Medium.Paper(pages, null, null, Format.PDF) : withText(b, pages, limits);
    }

    private static Medium withText(Bytes b, int pages, PaperLimits limits) {
        try {
            PdfText.Found found = PdfText.of(b, limits);
            return new Medium.Paper(
                    pages, found.text(), found.whole() ? null : "the text goes beyond the limit", Format.PDF);
        } catch (IOException | RuntimeException | VirtualMachineError | LinkageError e) {
            // LinkageError: a native image has no AWT, and an odd document may lead PDFBox to it
            return new Medium.Paper(
                    pages, null, "its text can't be read (" + e.getClass().getSimpleName() + ")", Format.PDF);
        }
    }
}
