package smeta.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.fontbox.cff.CharStringCommand;
import org.apache.fontbox.cff.CharStringCommand.Type1KeyWord;
import org.apache.fontbox.cff.Type1CharStringParser;
import org.apache.fontbox.cff.Type2CharStringParser;
import org.apache.fontbox.type1.Type1Font;
import org.jspecify.annotations.Nullable;

/**
 * How wide glyphs are, from the beginning of their charstrings; PDFBox would draw the whole glyph, with AWT. Widths are
 * whole units of the program, cut off as PDFBox cuts them.
 */
final class PdfGlyphWidths {
    private static final int DEFAULT_WIDTH = 1000;

    private PdfGlyphWidths() {}

    /** @throws IOException if there is neither the glyph nor one for those that are missing */
    static float of(FontBoxFont program, String name) throws IOException {
        if (program instanceof Type1Font type1) {
            return of(type1, name);
        }
        return program instanceof CFFType1Font compact ? of(compact, compact.nameToGID(name)) : program.getWidth(name);
    }

    /** By the number of the glyph. */
    static float of(CFFType1Font font, int glyph) throws IOException {
        List<byte[]> all = font.getCharStringBytes();
        Map<String, Object> own = font.getPrivateDict();
        return type2(
                font,
                glyph < all.size() ? all.get(glyph) : all.get(0),
                (byte[][]) own.get("Subrs"),
                property(font, own, "defaultWidthX", DEFAULT_WIDTH),
                property(font, own, "nominalWidthX", 0));
    }

    static float of(CFFCIDFont font, int cid) throws IOException {
        int glyph = font.getCharset().getGIDForCID(cid);
        int part = font.getFdSelect().getFDIndex(glyph);
        Map<String, Object> own = part == -1 || part >= font.getPrivDicts().size()
                ? Map.of()
                : font.getPrivDicts().get(part);
        return type2(
                font,
                font.getCharStringBytes().get(glyph),
                (byte[][]) own.get("Subrs"),
                number(own.get("defaultWidthX"), DEFAULT_WIDTH),
                number(own.get("nominalWidthX"), 0));
    }

    /** In thousandths of the size, by the matrix of the program; with the rounding of AWT's affine transforms. */
    static float scaled(float width, FontBoxFont program) {
        float across = 0.001f;
        float shift = 0;
        try {
            List<Number> matrix = program.getFontMatrix();
            if (matrix != null && matrix.size() == 6) {
                across = matrix.get(0).floatValue();
                shift = matrix.get(4).floatValue();
            }
        } catch (IOException e) {
            // unreadable: the usual one
        }
        return (float) (width * (across * 1000.0) + shift);
    }

    private static float of(Type1Font font, String name) throws IOException {
        Map<String, byte[]> all = font.getCharStringsDict();
        byte[] bytes = all.containsKey(name) ? all.get(name) : all.get(".notdef");
        if (bytes == null) {
            throw new IOException("found neither a glyph " + name + " nor .notdef in " + font.getName());
        }
        int width = 0;
        List<Number> operands = new ArrayList<>();
        for (Object part : new Type1CharStringParser(font.getName()).parse(bytes, font.getSubrsArray(), name)) {
            if (!(part instanceof CharStringCommand command)) {
                operands.add((Number) part);
                continue;
            }
            Type1KeyWord word = command.getType1KeyWord();
            int n = operands.size();
            if (word == Type1KeyWord.DIV && n >= 2) {
                divide(operands);
                continue;
            }
            if (word == Type1KeyWord.HSBW && n >= 2) {
                width = operands.get(1).intValue();
            } else if (word == Type1KeyWord.SBW && n >= 3) {
                width = operands.get(2).intValue();
            }
            operands.clear();
        }
        return width;
    }

    /** The first operator that clears the stack may have the difference from the nominal width before its operands. */
    private static int type2(
            CFFFont font, byte[] bytes, byte @Nullable [] @Nullable [] subroutines, int usual, int nominal)
            throws IOException {
        byte[][] global = font.getGlobalSubrIndex().toArray(byte[][]::new);
        List<Number> operands = new ArrayList<>();
        for (Object part : new Type2CharStringParser(font.getName()).parse(bytes, global, subroutines, "")) {
            if (!(part instanceof CharStringCommand command)) {
                operands.add((Number) part);
            } else if (CharStringCommand.COMMAND_DIV.equals(command) && operands.size() >= 2) {
                divide(operands);
            } else {
                return isAfterWidth(command, operands.size())
                        ? (int) (operands.get(0).floatValue() + nominal)
                        : command.getType2KeyWord() != null && begins(command) ? usual : 0;
            }
        }
        return 0;
    }

    private static boolean begins(CharStringCommand command) {
        return switch (command.getType2KeyWord()) {
            case HSTEM, HSTEMHM, VSTEM, VSTEMHM, HINTMASK, CNTRMASK, HMOVETO, VMOVETO, RMOVETO, ENDCHAR -> true;
            default -> false;
        };
    }

    private static boolean isAfterWidth(CharStringCommand command, int operands) {
        if (command.getType2KeyWord() == null) {
            return false;
        }
        return switch (command.getType2KeyWord()) {
            case HSTEM, HSTEMHM, VSTEM, VSTEMHM, HINTMASK, CNTRMASK -> operands % 2 != 0;
            case HMOVETO, VMOVETO -> operands > 1;
            case RMOVETO -> operands > 2;
            case ENDCHAR -> operands == 1 || operands == 5;
            default -> false;
        };
    }

    private static void divide(List<Number> operands) {
        float divisor = operands.remove(operands.size() - 1).floatValue();
        float dividend = operands.remove(operands.size() - 1).floatValue();
        operands.add(dividend / divisor);
    }

    private static int property(CFFFont font, Map<String, Object> own, String name, int otherwise) {
        Object above = font.getTopDict().get(name);
        return number(above != null ? above : own.get(name), otherwise);
    }

    private static int number(@Nullable Object value, int otherwise) {
        return value == null ? otherwise : ((Number) value).intValue();
    }
}
