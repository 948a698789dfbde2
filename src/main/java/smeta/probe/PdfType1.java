package smeta.probe;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.EncodedFont;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.fontbox.type1.Type1Font;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.StandardEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.Type1Encoding;
import org.jspecify.annotations.Nullable;

/**
 * A simple font of Type 1, its program in PostScript or in the compact format (CFF), or one of the standard fonts. It
 * answers as PDFBox's do; those compute with AWT as soon as they are made. What all simple fonts share comes from
 * PDFBox's TrueType font, which is the one that others may extend; it is given no program, and none of its own is asked.
 */
final class PdfType1 extends PDTrueTypeFont {
    /** Glyphs that some fonts name otherwise. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("ff", "f_f"),
            Map.entry("ffi", "f_f_i"),
            Map.entry("ffl", "f_f_l"),
            Map.entry("fi", "f_i"),
            Map.entry("fl", "f_l"),
            Map.entry("st", "s_t"),
            Map.entry("IJ", "I_J"),
            Map.entry("ij", "i_j"),
            Map.entry("ellipsis", "elipsis"));

    private static final String NONE = ".notdef";
    private static final float WIDTH_OF_NONE = 250;
    private static final float AVERAGE_COMPACT = 500;

    /** Set while the constructor of the superclass runs, which asks for it: it must have no initialiser. */
    private @Nullable FontBoxFont program;

    PdfType1(COSDictionary font) throws IOException {
        super(withoutTrueType(font));
        program();
    }

    /** A program of another kind isn't read, as PDFBox doesn't. */
    private static COSDictionary withoutTrueType(COSDictionary font) {
        COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        if (descriptor == null || !descriptor.containsKey(COSName.FONT_FILE2)) {
            return font;
        }
        COSDictionary copy = new COSDictionary(font);
        COSDictionary without = new COSDictionary(descriptor);
        without.removeItem(COSName.FONT_FILE2);
        copy.setItem(COSName.FONT_DESC, without);
        return copy;
    }

    /** The embedded program, or the one that stands for all that aren't. */
    private FontBoxFont program() {
        if (program == null) {
            PDFontDescriptor descriptor = getFontDescriptor();
            FontBoxFont embedded = descriptor == null ? null : isCompact() ? compact(descriptor) : type1(descriptor);
            program = embedded != null
                    ? embedded
                    : FontMappers.instance()
                            .getFontBoxFont(getBaseFont(), descriptor)
                            .getFont();
        }
        return program;
    }

    private boolean isCompact() {
        COSName kind = dict.getCOSName(COSName.SUBTYPE);
        COSDictionary descriptor = dict.getCOSDictionary(COSName.FONT_DESC);
        return (COSName.TYPE1.equals(kind) || COSName.MM_TYPE1.equals(kind))
                && descriptor != null
                && descriptor.containsKey(COSName.FONT_FILE3);
    }

    private static @Nullable FontBoxFont compact(PDFontDescriptor descriptor) {
        PDStream file = descriptor.getFontFile3();
        if (file == null) {
            return null;
        }
        try (RandomAccessRead in = file.getCOSObject().createView()) {
            CFFFont font = in.length() == 0 ? null : new CFFParser().parse(in).get(0);
            return font instanceof CFFType1Font ? font : null;
        } catch (IOException e) {
            return null; // damaged: as if it weren't embedded
        }
    }

    private static @Nullable FontBoxFont type1(PDFontDescriptor descriptor) {
        PDStream file = descriptor.getFontFile();
        if (file == null) {
            return null;
        }
        try {
            byte[] bytes = file.toByteArray();
            if (bytes.length == 0) {
                return null;
            }
            int clear = clearText(bytes, file.getCOSObject().getInt(COSName.LENGTH1));
            int binary = file.getCOSObject().getInt(COSName.LENGTH2);
            if (binary < 0 || binary > bytes.length - clear) {
                binary = bytes.length - clear;
            }
            if ((bytes[0] & 0xFF) == 0x80) {
                return Type1Font.createWithPFB(bytes);
            }
            if (clear <= 0 || binary <= 0) {
                return null;
            }
            return Type1Font.createWithSegments(
                    Arrays.copyOfRange(bytes, 0, clear), Arrays.copyOfRange(bytes, clear, clear + binary));
        } catch (IOException e) {
            return null; // damaged: as if it weren't embedded
        }
    }

    /** How long the part before the encrypted one is, which ends with {@code exec}, whatever the file claims. */
    private static int clearText(byte[] bytes, int claimed) {
        int last = bytes.length - 4;
        int from = Math.max(0, claimed - 4);
        int end = afterExec(bytes, from <= 0 || from > last ? last : from);
        if (end == 0 && claimed > 0) {
            end = afterExec(bytes, last);
        }
        return end > 0 ? end : claimed;
    }

    /** After the last {@code exec} and its white space that begins at {@code from} or before, but not at 0; else 0. */
    private static int afterExec(byte[] bytes, int from) {
        for (int at = from; at > 0; at--) {
            if (bytes[at] == 'e' && bytes[at + 1] == 'x' && bytes[at + 2] == 'e' && bytes[at + 3] == 'c') {
                int end = at + 4;
                while (end < bytes.length && " \t\r\n".indexOf(bytes[end]) >= 0) {
                    end++;
                }
                return end;
            }
        }
        return 0;
    }

    @Override
    public boolean isEmbedded() {
        return program() instanceof Type1Font || program() instanceof CFFType1Font;
    }

    @Override
    protected Encoding readEncodingFromFont() throws IOException {
        if (!isEmbedded() && getStandard14AFM() != null) {
            return new Type1Encoding(getStandard14AFM());
        }
        return program() instanceof EncodedFont encoded
                ? Type1Encoding.fromFontBox(encoded.getEncoding())
                : StandardEncoding.INSTANCE;
    }

    @Override
    public BoundingBox getBoundingBox() throws IOException {
        BoundingBox described = PdfFonts.box(getFontDescriptor());
        return described != null ? described : program().getFontBBox();
    }

    @Override
    public float getWidthFromFont(int code) throws IOException {
        String name = nameInProgram(getEncoding().getName(code));
        return !isCompact() && !isEmbedded() && name.equals(NONE)
                ? WIDTH_OF_NONE
                : PdfGlyphWidths.scaled(PdfGlyphWidths.of(program(), name), program());
    }

    @Override
    public float getAverageFontWidth() {
        if (isCompact()) {
            return AVERAGE_COMPACT;
        }
        return getStandard14AFM() != null ? getStandard14AFM().getAverageCharacterWidth() : super.getAverageFontWidth();
    }

    /** In units of the program where that is compact, as PDFBox has it. */
    @Override
    public float getStringWidth(String text) throws IOException {
        if (!isCompact()) {
            return super.getStringWidth(text);
        }
        if (!(program() instanceof CFFType1Font compact)) {
            return 0;
        }
        float width = 0;
        for (int i = 0; i < text.length(); i++) {
            String name = getGlyphList().codePointToName(text.codePointAt(i));
            if (!compact.hasGlyph(name)) {
                throw missing(name);
            }
            width += PdfGlyphWidths.of(compact, name);
        }
        return width;
    }

    @Override
    protected byte[] encode(int unicode) throws IOException {
        String name = getGlyphList().codePointToName(unicode);
        if (!getEncoding().contains(name)) {
            throw missing(name);
        }
        boolean isMeasuredElsewhere = !isCompact() && isStandard14();
        String inProgram = isMeasuredElsewhere ? name : nameInProgram(name);
        if (inProgram.equals(NONE) || !isMeasuredElsewhere && !program().hasGlyph(inProgram)) {
            throw missing(name);
        }
        Integer code = getEncoding().getNameToCodeMap().get(name);
        if (code == null) {
            throw missing(name);
        }
        return new byte[] {code.byteValue()};
    }

    private IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("found no glyph " + name + " in the font " + getName());
    }

    private String nameInProgram(String name) throws IOException {
        if (isEmbedded() || program().hasGlyph(name)) {
            return name;
        }
        String other = isCompact() ? null : OTHER_NAMES.get(name);
        if (other != null && program().hasGlyph(other)) {
            return other;
        }
        String unicode = getGlyphList().toUnicode(name);
        if (unicode != null && unicode.length() == 1) {
            String byCode = byCode(unicode);
            if (program().hasGlyph(byCode)) {
                return byCode;
            }
        }
        return NONE;
    }

    /** How glyphs are named after their character: {@code uni0041}. */
    static String byCode(String unicode) {
        return String.format(Locale.ROOT, "uni%04X", unicode.codePointAt(0));
    }
}
