package smeta.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Makes characters and their places of the strings that a page shows. PDFBox tells words and lines apart by these
 * places, with thresholds that were found for its own measures of height and width; these are the same.
 */
final class PdfGlyphs {
    /** As Adobe's, with PDFBox's additions for text. */
    private static final GlyphList NAMES = names();

    private final PdfFonts fonts;
    private final PdfContent.Reader reader;
    private final Map<COSDictionary, Float> heights = new HashMap<>();
    private int rotation;
    private PDRectangle box = PDRectangle.LETTER;
    private @Nullable Matrix toBox;

    PdfGlyphs(PdfFonts fonts, PdfContent.Reader reader) {
        this.fonts = fonts;
        this.reader = reader;
    }

    private static GlyphList names() {
        String additional = "/org/apache/pdfbox/resources/glyphlist/additional.txt";
        try (InputStream in = GlyphList.class.getResourceAsStream(additional)) {
            if (in == null) {
                throw new IllegalStateException(
                        "found no " + additional + " on the class path, expected it in PDFBox's jar");
            }
            return new GlyphList(GlyphList.getAdobeGlyphList(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void turnTo(PDPage page) {
        rotation = page.getRotation();
        box = page.getCropBox();
        boolean isAtOrigin = Float.compare(box.getLowerLeftX(), 0) == 0 && Float.compare(box.getLowerLeftY(), 0) == 0;
        toBox = isAtOrigin ? null : Matrix.getTranslateInstance(-box.getLowerLeftX(), -box.getLowerLeftY());
    }

    /** Moves against the direction of writing. */
    void adjust(PdfState state, Matrix text, float thousandths) {
        float by = -thousandths / 1000 * state.size;
        if (state.font != null && state.font.isVertical()) {
            text.translate(0, by);
        } else {
            text.translate(by * (state.scaling / 100f), 0);
        }
    }

    /** @throws IOException if the font can't be read */
    void show(PdfState state, Matrix text, byte[] string) throws IOException {
        PDFont font = state.font == null ? fonts.standard() : state.font;
        float scaling = state.scaling / 100f;
        Matrix size = new Matrix(state.size * scaling, 0, 0, state.size, 0, state.rise);
        ByteArrayInputStream in = new ByteArrayInputStream(string);
        while (in.available() > 0) {
            int before = in.available();
            int code = font.readCode(in);
            float spacing = state.characterSpacing;
            float wordSpacing = code == ' ' && before - in.available() == 1 ? state.wordSpacing : 0;
            Matrix glyph = size.multiply(text).multiply(state.page);
            if (font.isVertical()) {
                glyph.translate(font.getPositionVector(code));
            }
            Vector advance = font.getDisplacement(code);
            show(state, text, glyph, font, code, advance);
            if (font.isVertical()) {
                text.translate(0, advance.getY() * state.size + spacing + wordSpacing);
            } else {
                text.translate((advance.getX() * state.size + spacing + wordSpacing) * scaling, 0);
            }
        }
    }

    private void show(PdfState state, Matrix text, Matrix glyph, PDFont font, int code, Vector advance)
            throws IOException {
        // where the next glyph would begin without spacing
        float acrossText =
                (font.isVertical() ? verticalWidth(font, code) : advance.getX()) * state.size * (state.scaling / 100f);
        Matrix next = Matrix.getTranslateInstance(acrossText, advance.getY() * state.size)
                .multiply(text)
                .multiply(state.page);
        float endX = next.getTranslateX();
        float endY = next.getTranslateY();
        float width = endX - glyph.getTranslateX();
        float height = height(font) * glyph.getScalingFactorY();
        float space = spaceWidth(font) * glyph.getScalingFactorX();
        String unicode = font.toUnicode(code, NAMES);
        if (unicode == null) {
            if (!(font instanceof PDSimpleFont)) {
                return;
            }
            // a code without meaning is taken for a character, as Acrobat does with simple fonts
            unicode = String.valueOf((char) code);
        }
        Matrix place = glyph;
        if (toBox != null) {
            place = glyph.multiply(toBox);
            endX -= box.getLowerLeftX();
            endY -= box.getLowerLeftY();
        }
        reader.character(new TextPosition(
                rotation,
                box.getWidth(),
                box.getHeight(),
                place,
                endX,
                endY,
                Math.abs(height),
                width,
                Math.abs(space),
                unicode,
                new int[] {code},
                font,
                state.size,
                (int) (state.size * text.getScalingFactorX())));
    }

    /** A vertical advance says nothing of the width, which words are told apart by. */
    private static float verticalWidth(PDFont font, int code) throws IOException {
        float width = font.getWidth(code) / 1000;
        if (font instanceof PDType0Font composite
                && !(font instanceof PdfCidType0)
                && composite.getDescendantFont() instanceof PDCIDFontType2 descendant) {
            TrueTypeFont program = descendant.getTrueTypeFont();
            if (program != null && program.getUnitsPerEm() != 1000) {
                width *= 1000f / program.getUnitsPerEm();
            }
        }
        return width;
    }

    /** The width of a space in text space, or a guess at it. */
    private static float spaceWidth(PDFont font) {
        float unit = font instanceof PDType3Font ? font.getFontMatrix().getScaleX() : 1 / 1000f;
        float width = 0;
        try {
            width = font.getSpaceWidth() * unit;
        } catch (RuntimeException e) {
            // a font whose spaces can't be measured: the average has to do
        }
        if (Float.compare(width, 0) == 0) {
            width = font.getAverageFontWidth() * unit * .80f;
        }
        return Float.compare(width, 0) == 0 ? 1 : width;
    }

    private float height(PDFont font) throws IOException {
        Float known = heights.get(font.getCOSObject());
        if (known == null) {
            known = measure(font);
            heights.put(font.getCOSObject(), known);
        }
        return known;
    }

    /** Half of the font's box, or less where its descriptor gives less, in text space. */
    private static float measure(PDFont font) throws IOException {
        BoundingBox bounds = font.getBoundingBox();
        if (bounds.getLowerLeftY() < Short.MIN_VALUE) {
            // 16 bits that were written without their sign
            bounds.setLowerLeftY(-(bounds.getLowerLeftY() + 65536));
        }
        float height = bounds.getHeight() / 2;
        PDFontDescriptor descriptor = font.getFontDescriptor();
        if (descriptor != null) {
            float capitals = descriptor.getCapHeight();
            float ascent = descriptor.getAscent();
            float descent = descriptor.getDescent();
            if (Float.compare(capitals, 0) != 0) {
                height = lower(height, capitals);
            }
            if (capitals > ascent && ascent > 0 && descent < 0) {
                height = lower(height, (ascent - descent) / 2);
            }
        }
        if (font instanceof PDType3Font) {
            Matrix matrix = font.getFontMatrix();
            return 0 * matrix.getShearY() + height * matrix.getScaleY() + matrix.getTranslateY();
        }
        return height / 1000;
    }

    private static float lower(float height, float other) {
        return other < height || Float.compare(height, 0) == 0 ? other : height;
    }
}
