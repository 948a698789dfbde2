package smeta.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text is what PDFBox's own reader finds, which needs AWT and is therefore not in the program. */
class PdfTextTest {
    private static final String[] TOKENS = {
        "BT",
        "ET",
        "Tj",
        "TJ",
        "Td",
        "TD",
        "Tm",
        "T*",
        "Tf",
        "Tz",
        "cm",
        "q",
        "Q",
        "Do",
        "gs",
        "'",
        "\"",
        "BDC",
        "EMC",
        "[",
        "]",
        "0",
        "-1",
        "1e3",
        "(x)",
        "<41>",
        "/F",
        "/A",
        "/Type0",
        "/Type1",
        "/W",
        "/DW",
        "/FontFile",
        "/Identity-V",
        "null"
    };

    @BeforeAll
    static void fontsAsTheProgramHasThem() {
        FontMappers.set(new OneFont());
    }

    static Stream<String> samples() {
        return PdfSample.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void text_is_that_of_PDFBox(String sample) {
        byte[] pdf = PdfSample.all().get(sample);

        assertThat(found(pdf)).isEqualTo(byPdfBox(pdf));
    }

    @Test
    void the_samples_have_text() {
        long without = PdfSample.all().values().stream()
                .filter(pdf -> byPdfBox(pdf).isBlank())
                .count();

        assertThat(PdfSample.all()).hasSizeGreaterThan(100);
        assertThat(without).isLessThan(10);
    }

    @Test
    void a_document_by_another_program_and_its_pages() {
        byte[] pdf = MediaSample.file("three-pages.pdf");

        assertThat(found(pdf)).isEqualTo(byPdfBox(pdf)).contains("page 3");
    }

    @Test
    void documents_with_tokens_changed_have_the_text_that_PDFBox_finds() {
        SplittableRandom random = new SplittableRandom(16);
        for (Map.Entry<String, byte[]> sample : PdfSample.all().entrySet()) {
            for (int i = 0; i < 8; i++) {
                byte[] changed = changed(sample.getValue(), random);
                String expected = byPdfBox(changed);
                if (isPdf(changed)) {
                    assertThat(found(changed))
                            .as(() -> sample.getKey() + "\n" + new String(changed, StandardCharsets.ISO_8859_1))
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Puts a token into the place of another that is as long or longer, or changes a byte. */
    private static byte[] changed(byte[] pdf, SplittableRandom random) {
        byte[] changed = pdf.clone();
        int from = random.nextInt(9, changed.length);
        if (random.nextInt(4) == 0) {
            changed[from] = (byte) random.nextInt(256);
            return changed;
        }
        while (from < changed.length && changed[from] > ' ') {
            from++;
        }
        while (from < changed.length && changed[from] <= ' ' && changed[from] >= 0) {
            from++;
        }
        int to = from;
        while (to < changed.length && changed[to] > ' ') {
            to++;
        }
        byte[] token = PdfSample.latin(TOKENS[random.nextInt(TOKENS.length)]);
        if (token.length <= to - from) {
            Arrays.fill(changed, from, to, (byte) ' ');
            System.arraycopy(token, 0, changed, from, token.length);
        }
        return changed;
    }

    /** Else nothing is read of it. */
    private static boolean isPdf(byte[] pdf) {
        try (PdfFile file = PdfFile.open(Bytes.whole(pdf))) {
            return file.pages() != null;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return true;
        }
    }

    private static String found(byte[] pdf) {
        try {
            return PdfText.of(Bytes.whole(pdf), PaperLimits.WITH_TEXT).text();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return "unreadable";
        }
    }

    private static String byPdfBox(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return "unreadable";
        }
    }
}
