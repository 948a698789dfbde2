package smeta.probe;

import static smeta.probe.PdfSample.latin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The smallest font programs with glyphs .notdef, space, A and B, whose widths are 250, 333, 600 and 400. */
final class PdfFontSample {
    private static final int[] WIDTHS = {250, 333, 600, 400};
    private static final int NOMINAL = 350;
    private static final int DEFAULT = 600;

    private PdfFontSample() {}

    /** Type 1 as in a PDF: clear text, and after {@code eexec} what is encrypted. */
    static String type1() {
        StringBuilder secret =
                new StringBuilder("    dup /Private 5 dict dup begin /lenIV 4 def /Subrs 1 array dup 0 ");
        secret.append(charString(latin("\13"))).append(" NP ND 2 index /CharStrings 4 dict dup begin ");
        List<String> names = List.of(".notdef", "space", "A", "B");
        for (int i = 0; i < names.size(); i++) {
            ByteArrayOutputStream glyph = new ByteArrayOutputStream();
            number(glyph, 10);
            if (i == 2) { // 1200 2 div
                number(glyph, 2 * WIDTHS[i]);
                number(glyph, 2);
                glyph.writeBytes(new byte[] {12, 12});
            } else {
                number(glyph, WIDTHS[i]);
            }
            glyph.write(13); // hsbw
            number(glyph, 50);
            glyph.write(22); // hmoveto
            number(glyph, 90);
            glyph.write(6); // hlineto
            glyph.writeBytes(new byte[] {9, 14}); // closepath endchar
            secret.append('/')
                    .append(names.get(i))
                    .append(' ')
                    .append(charString(glyph.toByteArray()))
                    .append(" ND ");
        }
        secret.append(
                "end end readonly put noaccess put dup /FontName get exch definefont pop mark currentfile closefile\n");
        return "%!PS-AdobeFont-1.0: X\n12 dict begin /FontInfo 1 dict dup begin end readonly def /FontName /X def"
                + " /PaintType 0 def /FontType 1 def /FontMatrix [0.001 0 0 0.001 0 0] readonly def"
                + " /Encoding 256 array 0 1 255 {1 index exch /.notdef put} for dup 32 /space put dup 65 /A put"
                + " dup 66 /B put readonly def /FontBBox {0 -200 900 800} readonly def currentdict end\ncurrentfile eexec\n"
                + encrypted(latin(secret.toString()), 55665);
    }

    /** One font in the compact format: names and numbers of Adobe's technical note 5176. */
    static String compact() {
        ByteArrayOutputStream glyphs = new ByteArrayOutputStream();
        byte[][] each = new byte[WIDTHS.length][];
        for (int i = 0; i < WIDTHS.length; i++) {
            ByteArrayOutputStream glyph = new ByteArrayOutputStream();
            if (WIDTHS[i] != DEFAULT) {
                number(glyph, WIDTHS[i] - NOMINAL);
            }
            if (i > 0) {
                number(glyph, 50);
                glyph.write(22); // hmoveto
                number(glyph, 90);
                glyph.write(6); // hlineto
            }
            glyph.write(14); // endchar
            each[i] = glyph.toByteArray();
        }
        glyphs.writeBytes(index(each));
        ByteArrayOutputStream priv = new ByteArrayOutputStream();
        wide(priv, DEFAULT);
        priv.write(20);
        wide(priv, NOMINAL);
        priv.write(21);
        byte[] charset = {0, 0, 1, 0, 34, 0, 35}; // space, A, B by their standard numbers
        byte[] header = {1, 0, 4, 1};
        byte[] name = index(latin("X"));
        byte[] none = index();
        int before = header.length + name.length + index(top(0, 0, 0, 0)).length + 2 * none.length;
        int at = before + charset.length;
        ByteArrayOutputStream font = new ByteArrayOutputStream();
        font.writeBytes(header);
        font.writeBytes(name);
        font.writeBytes(index(top(before, at, priv.size(), at + glyphs.size())));
        font.writeBytes(none);
        font.writeBytes(none);
        font.writeBytes(charset);
        font.writeBytes(glyphs.toByteArray());
        font.writeBytes(priv.toByteArray());
        return font.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] top(int charset, int glyphs, int privateLength, int privateAt) {
        ByteArrayOutputStream top = new ByteArrayOutputStream();
        for (int bound : new int[] {0, -200, 900, 800}) {
            wide(top, bound);
        }
        top.write(5); // FontBBox
        wide(top, charset);
        top.write(15);
        wide(top, glyphs);
        top.write(17);
        wide(top, privateLength);
        wide(top, privateAt);
        top.write(18);
        return top.toByteArray();
    }

    private static byte[] index(byte[]... parts) {
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        index.write(0);
        index.write(parts.length);
        if (parts.length > 0) {
            index.write(1);
            int at = 1;
            index.write(at);
            for (byte[] part : parts) {
                at += part.length;
                index.write(at);
            }
        }
        for (byte[] part : parts) {
            index.writeBytes(part);
        }
        return index.toByteArray();
    }

    /** An integer of a dictionary in five bytes, so that its size doesn't depend on its value. */
    private static void wide(ByteArrayOutputStream out, int value) {
        out.write(29);
        out.writeBytes(new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    /** An integer of a charstring. */
    private static void number(ByteArrayOutputStream out, int value) {
        if (value >= -107 && value <= 107) {
            out.write(value + 139);
        } else if (value > 1131) {
            out.write(255); // of Type 1 alone
            out.writeBytes(new byte[] {0, 0, (byte) (value >> 8), (byte) value});
        } else if (value > 0) {
            out.write(247 + (value - 108 >> 8));
            out.write(value - 108);
        } else {
            out.write(251 + (-value - 108 >> 8));
            out.write(-value - 108);
        }
    }

    private static String charString(byte[] clear) {
        byte[] salted = new byte[clear.length + 4];
        System.arraycopy(clear, 0, salted, 4, clear.length);
        String secret = encrypted(salted, 4330);
        return secret.length() + " RD " + secret;
    }

    /** Adobe Type 1 Font Format, 7.1. */
    private static String encrypted(byte[] clear, int key) {
        StringBuilder secret = new StringBuilder();
        int r = key;
        for (byte b : clear) {
            int c = (b & 0xFF) ^ r >> 8;
            secret.append((char) c);
            r = (c + r) * 52845 + 22719 & 0xFFFF;
        }
        return secret.toString();
    }
}
