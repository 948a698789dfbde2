package smeta.probe;

import java.io.IOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A composite font whose glyphs are in the compact format (CFF), or aren't embedded. It answers as PDFBox's does; that
 * computes with AWT as soon as it is made. Codes, widths and Unicode are read by PDFBox from the same dictionaries, of
 * which it is told that they describe TrueType without a program.
 */
final class PdfCidType0 extends PDType0Font {
    private static final float AVERAGE = 500;

    private final FontBoxFont program;
    private final boolean isEmbedded;

    PdfCidType0(COSDictionary font, COSDictionary descendant) throws IOException {
        super(asTrueType(font, descendant));
        FontBoxFont embedded = embedded(descendant);
        isEmbedded = embedded != null;
        program = embedded != null
                ? embedded
                : FontMappers.instance()
                        .getCIDFont(
                                getBaseFont(),
                                getFontDescriptor(),
                                getDescendantFont().getCIDSystemInfo())
                        .getTrueTypeFont();
    }

    private static COSDictionary asTrueType(COSDictionary font, COSDictionary descendant) {
        COSDictionary trueType = new COSDictionary(descendant);
        trueType.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
        if (descriptor != null) {
            COSDictionary without = new COSDictionary(descriptor);
            without.removeItem(COSName.FONT_FILE);
            without.removeItem(COSName.FONT_FILE2);
            without.removeItem(COSName.FONT_FILE3);
            trueType.setItem(COSName.FONT_DESC, without);
        }
        COSArray descendants = new COSArray();
        descendants.add(trueType);
        COSDictionary copy = new COSDictionary(font);
        copy.setItem(COSName.DESCENDANT_FONTS, descendants);
        return copy;
    }

    private static @Nullable FontBoxFont embedded(COSDictionary descendant) {
        COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
        if (descriptor == null) {
            return null;
        }
        // where the document takes it for TrueType, it says where that would be
        boolean isMistaken = !COSName.CID_FONT_TYPE0.equals(descendant.getCOSName(COSName.SUBTYPE))
                && !descriptor.containsKey(COSName.FONT_FILE3);
        COSStream stream = descriptor.getCOSStream(isMistaken ? COSName.FONT_FILE2 : COSName.FONT_FILE3);
        if (stream == null) {
            return null;
        }
        try (RandomAccessRead in = stream.createView()) {
            boolean isPostScript = in.length() > 0 && in.peek() == '%';
            return isPostScript ? null : new CFFParser().parse(in).get(0);
        } catch (IOException e) {
            return null; // damaged: as if it weren't embedded
        }
    }

    @Override
    public @Nullable String toUnicode(int code) {
        // beyond these, PDFBox would look in the TrueType program, which there isn't
        return getToUnicodeCMap() == null && getCMapUCS2() == null ? null : super.toUnicode(code);
    }

    @Override
    public int codeToCID(int code) {
        return getCMap().toCID(code);
    }

    @Override
    public float getAverageFontWidth() {
        return AVERAGE;
    }

    @Override
    public BoundingBox getBoundingBox() {
        BoundingBox described = PdfFonts.box(getFontDescriptor());
        if (described != null) {
            return described;
        }
        try {
            return program.getFontBBox();
        } catch (IOException e) {
            return new BoundingBox();
        }
    }

    @Override
    public float getWidthFromFont(int code) throws IOException {
        float width;
        if (program instanceof CFFCIDFont keyed) {
            width = PdfGlyphWidths.of(keyed, codeToCID(code));
        } else if (program instanceof CFFType1Font compact) {
            width = PdfGlyphWidths.of(compact, codeToCID(code));
        } else {
            String unicode = toUnicode(code);
            width = program.getWidth(unicode == null ? ".notdef" : PdfType1.byCode(unicode));
        }
        return PdfGlyphWidths.scaled(width, program);
    }

    @Override
    public boolean isEmbedded() {
        return isEmbedded;
    }

    /** There is no way from a character to its code. */
    @Override
    protected byte[] encode(int unicode) {
        throw new UnsupportedOperationException();
    }
}
