package smeta.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.fontbox.type1.Type1Font;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

/** Expected are the widths that the sample programs were written with, and those that FontBox finds by drawing. */
class PdfGlyphWidthsTest {
    private static final List<String> NAMES = List.of(".notdef", "space", "A", "B");

    @Test
    void of_type_1() throws IOException {
        byte[] bytes = PdfSample.latin(PdfFontSample.type1());
        int binary = PdfFontSample.type1().indexOf("eexec\n") + 6;
        Type1Font font = Type1Font.createWithSegments(
                Arrays.copyOf(bytes, binary), Arrays.copyOfRange(bytes, binary, bytes.length));

        assertThat(ours(font)).containsExactly(250f, 333f, 600f, 400f).isEqualTo(drawn(font));
        assertThat(PdfGlyphWidths.of(font, "missing")).isEqualTo(font.getWidth("missing"));
    }

    @Test
    void of_the_compact_format() throws IOException {
        CFFType1Font font = (CFFType1Font) new CFFParser()
                .parse(new RandomAccessReadBuffer(PdfSample.latin(PdfFontSample.compact())))
                .get(0);

        assertThat(ours(font)).containsExactly(250f, 333f, 600f, 400f).isEqualTo(drawn(font));
        assertThat(PdfGlyphWidths.of(font, 3)).isEqualTo(400);
        assertThat(PdfGlyphWidths.of(font, 99))
                .isEqualTo(font.getType2CharString(99).getWidth());
    }

    private static List<Float> ours(FontBoxFont font) throws IOException {
        List<Float> widths = new ArrayList<>();
        for (String name : NAMES) {
            widths.add(PdfGlyphWidths.of(font, name));
        }
        return widths;
    }

    private static List<Float> drawn(FontBoxFont font) throws IOException {
        List<Float> widths = new ArrayList<>();
        for (String name : NAMES) {
            widths.add(font.getWidth(name));
        }
        return widths;
    }
}
