package smeta.probe;

import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/** The objects of a PDF, without PDFBox's document layer: that initialises AWT, which a native image lacks. */
final class PdfFile extends PDFParser implements Closeable {
    private final RandomAccessReadBuffer bytes;

    private PdfFile(RandomAccessReadBuffer bytes) throws IOException {
        super(bytes);
        this.bytes = bytes;
    }

    /** @throws IOException if its objects can't be found */
    static PdfFile open(Bytes b) throws IOException {
        PdfFile file = new PdfFile(new RandomAccessReadBuffer(b.head()));
        try {
            file.setLenient(true);
            if (file.parsePDFHeader()) {
                file.initialParse();
            }
            return file;
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** The root of the page tree; null if there is none, or no header of a PDF. */
    @Nullable
    COSDictionary pages() {
        COSDictionary trailer = document.getTrailer();
        COSDictionary root = trailer == null ? null : trailer.getCOSDictionary(COSName.ROOT);
        return root == null ? null : root.getCOSDictionary(COSName.PAGES);
    }

    boolean isEncrypted() {
        return document.isEncrypted();
    }

    /** Nothing to decrypt: an encrypted document was refused before. */
    @Override
    protected void prepareDecryption() {}

    @Override
    public void close() throws IOException {
        if (document != null) {
            document.close();
        }
        bytes.close();
    }
}
