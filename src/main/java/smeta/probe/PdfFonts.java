package smeta.probe;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of a document. PDFBox reads TrueType and Type 3; the kinds whose programs it measures by drawing, with AWT,
 * are {@link PdfType1} and {@link PdfCidType0}.
 */
final class PdfFonts {
    private static final int KEPT = 32;

    private final Map<COSDictionary, PDFont> read = new IdentityHashMap<>();
    private @Nullable PDFont standard;

    /** @throws IOException if there is no reading it */
    PDFont of(COSDictionary font) throws IOException {
        PDFont known = read.get(font);
        if (known == null) {
            known = make(font);
            read.put(font, known);
        }
        return known;
    }

    /** For text before any font was set. */
    PDFont standard() throws IOException {
        if (standard == null) {
            COSDictionary helvetica = new COSDictionary();
            helvetica.setItem(COSName.TYPE, COSName.FONT);
            helvetica.setItem(COSName.SUBTYPE, COSName.TYPE1);
            helvetica.setName(COSName.BASE_FONT, FontName.HELVETICA.getName());
            helvetica.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
            standard = new PdfType1(helvetica);
        }
        return standard;
    }

    /** Forgets fonts where there are many, so that a document with fonts of its own for each page doesn't hold all. */
    void turnPage() {
        if (read.size() > KEPT) {
            read.clear();
        }
    }

    /** The box of all glyphs as described; null if it isn't, or is nothing but zeros. */
    static @Nullable BoundingBox box(@Nullable PDFontDescriptor descriptor) {
        PDRectangle box = descriptor == null ? null : descriptor.getFontBoundingBox();
        if (box == null) {
            return null;
        }
        float left = box.getLowerLeftX();
        float bottom = box.getLowerLeftY();
        float right = box.getUpperRightX();
        float top = box.getUpperRightY();
        boolean isNothing = Float.compare(left, 0) == 0
                && Float.compare(bottom, 0) == 0
                && Float.compare(right, 0) == 0
                && Float.compare(top, 0) == 0;
        return isNothing ? null : new BoundingBox(left, bottom, right, top);
    }

    private static PDFont make(COSDictionary font) throws IOException {
        COSName kind = font.getCOSName(COSName.SUBTYPE);
        if (COSName.TYPE0.equals(kind)) {
            COSDictionary descendant = descendant(font);
            return descendant != null && isCidType0(font, descendant)
                    ? new PdfCidType0(font, descendant)
                    : PDFontFactory.createFont(font);
        }
        boolean isPdfBoxs = COSName.TRUE_TYPE.equals(kind)
                || COSName.TYPE3.equals(kind)
                || COSName.CID_FONT_TYPE0.equals(kind)
                || COSName.CID_FONT_TYPE2.equals(kind);
        return isPdfBoxs ? PDFontFactory.createFont(font) : new PdfType1(font);
    }

    private static @Nullable COSDictionary descendant(COSDictionary font) {
        COSArray all = font.getCOSArray(COSName.DESCENDANT_FONTS);
        return all != null
                        && all.size() > 0
                        && all.getObject(0) instanceof COSDictionary first
                        && COSName.FONT.equals(first.getCOSName(COSName.TYPE, COSName.FONT))
                ? first
                : null;
    }

    /** What the embedded program is counts more than what the document calls it. */
    private static boolean isCidType0(COSDictionary font, COSDictionary descendant) throws IOException {
        COSName kind = descendant.getCOSName(COSName.SUBTYPE);
        if (kind == null) {
            return false;
        }
        COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        if (descriptor == null) {
            descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
        }
        byte[] head = descriptor == null ? null : head(descriptor);
        if (head == null || !(isTrueTypeOrOpenType(head) || isType1OrCff(head))) {
            return COSName.CID_FONT_TYPE0.equals(kind);
        }
        return !isTrueTypeOrOpenType(head);
    }

    /** The first four bytes of the program; null if none is embedded, or it can't be read. */
    private static byte @Nullable [] head(COSDictionary descriptor) throws IOException {
        for (COSName file : new COSName[] {COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3}) {
            COSStream program = descriptor.getCOSStream(file);
            if (program != null) {
                byte[] head = new byte[4];
                try (RandomAccessRead in = program.createView()) {
                    for (int at = 0, n; at < head.length && (n = in.read(head, at, head.length - at)) > 0; at += n) {}
                }
                return head;
            }
        }
        return null;
    }

    private static boolean isTrueTypeOrOpenType(byte[] head) {
        int tag = (head[0] & 0xFF) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | head[3] & 0xFF;
        return tag == 0x00010000 || tag == 0x74727565 /* true */ || tag == 0x74746366 /* ttcf */ || tag == 0x4F54544F;
    }

    private static boolean isType1OrCff(byte[] head) {
        boolean isType1 =
                head[0] == '%' && head[1] == '!' || (head[0] & 0xFF) == 0x80 && (head[1] == 1 || head[1] == 2);
        return isType1 || head[0] >= 1 && head[3] >= 1 && head[3] <= 4;
    }
}
