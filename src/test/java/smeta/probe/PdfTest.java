package smeta.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static smeta.probe.PdfSample.deflated;
import static smeta.probe.PdfSample.pdf;
import static smeta.probe.PdfSample.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class PdfTest {
    private static final PaperLimits SMALL = new PaperLimits(1 << 20, 50, 1000, 4 << 20, 100_000);

    @Test
    void counts_the_pages_and_reads_the_text_that_another_program_wrote() {
        Medium.Paper pages = (Medium.Paper)
                Probe.of(MediaSample.file("three-pages.pdf"), "application/pdf").medium();
        Medium.Paper text = (Medium.Paper) Probe.of(MediaSample.file("three-pages.pdf"), null, PaperLimits.WITH_TEXT)
                .medium();

        assertThat(pages).isEqualTo(new Medium.Paper(3, null, null, Format.PDF));
        assertThat(text.pages()).isEqualTo(3);
        assertThat(text.whyNoText()).isNull();
        assertThat(text.text().strip().split("\\s*\n"))
                .containsExactly(
                        "The quick brown fox, page 1", "The quick brown fox, page 2", "The quick brown fox, page 3");
    }

    @Test
    void counts_the_pages_of_a_document_whose_page_tree_is_compressed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 7; i++) {
                document.addPage(new PDPage());
            }
            document.save(out);
        }

        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .contains("/ObjStm")
                .doesNotContain("/Kids");
        assertThat(Probe.of(out.toByteArray(), null).medium()).isEqualTo(new Medium.Paper(7, null, null, Format.PDF));
    }

    @Test
    void an_encrypted_document_is_unknown_and_says_why() {
        assertThat(Probe.of(MediaSample.file("encrypted.pdf"), null).medium())
                .isEqualTo(new Medium.Unknown("PDF: it is encrypted", false));
    }

    @Test
    void the_pages_are_counted_whatever_the_file_claims() {
        byte[] lying = pdf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 99999/Kids[3 0 R 3 0 R 4 0 R]>>",
                "<</Type/Page/Parent 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count -1>>"));

        assertThat(Probe.of(lying, null).medium()).isEqualTo(new Medium.Paper(3, null, null, Format.PDF));
    }

    @Test
    void a_page_tree_that_bites_its_tail_ends() {
        byte[] loop = pdf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[2 0 R 3 0 R 2 0 R]>>",
                "<</Type/Page/Parent 2 0 R>>"));

        assertThat(Probe.of(loop, null).medium()).isEqualTo(new Medium.Paper(1, null, null, Format.PDF));
    }

    @Test
    void a_document_without_a_page_is_unknown_not_empty() {
        byte[] none = pdf(List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[9 0 R]>>"));

        assertThat(Probe.of(none, null).medium()).isInstanceOf(Medium.Unknown.class);
    }

    @Test
    void more_pages_than_the_limit_are_unknown() {
        byte[] many = pdf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 51/Kids[" + "3 0 R ".repeat(51) + "]>>",
                "<</Type/Page/Parent 2 0 R>>"));

        assertThat(Probe.of(many, null, SMALL).medium()).isInstanceOf(Medium.Unknown.class);
        assertThat(Probe.of(many, null).medium()).isEqualTo(new Medium.Paper(51, null, null, Format.PDF));
    }

    @Test
    void a_stream_that_inflates_past_the_limit_is_refused_before_it_is_read() {
        byte[] bomb = pdf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
                stream("/Filter/FlateDecode", deflated(new byte[8 << 20]))));

        assertThat(bomb.length).isLessThan(10_000);
        assertThat(Probe.of(bomb, null, SMALL).medium())
                .isEqualTo(new Medium.Unknown("PDF: its streams come to more than 4194304 bytes", false));
    }

    @Test
    void a_broken_zlib_header_does_not_hide_what_a_stream_inflates_to() {
        String broken = "\0\0" + deflated(new byte[8 << 20]).substring(2);
        byte[] bomb = pdf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
                stream("/Filter/FlateDecode", broken)));

        assertThat(Probe.of(bomb, null, SMALL).medium())
                .isEqualTo(new Medium.Unknown("PDF: its streams come to more than 4194304 bytes", false));
    }

    @Test
    void rows_that_only_a_predictor_claims_are_not_allocated() {
        for (String columns : List.of("100001", "2000000000", "9 0 R", "%\n2000000000")) {
            byte[] wide = pdf(List.of(
                    "<</Type/Catalog/Pages 2 0 R>>",
                    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                    "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
                    stream(
                            "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " + columns + ">>",
                            deflated(new byte[9]))));

            assertThat(Probe.of(wide, null).medium())
                    .isEqualTo(new Medium.Unknown("PDF: it predicts rows of more than 100000 columns", false));
        }
    }

    @Test
    void compression_that_cannot_be_bounded_is_refused_even_if_its_name_is_escaped() {
        for (String name : List.of("/LZWDecode", "/L#5aWDecode", "/RL", "/RunLengthDecode")) {
            byte[] lzw = pdf(List.of(
                    "<</Type/Catalog/Pages 2 0 R>>",
                    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                    "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
                    stream("/Filter" + name, "xyz")));

            assertThat(Probe.of(lzw, null).medium())
                    .isEqualTo(new Medium.Unknown("PDF: LZW and run-length compression isn't read", false));
        }
    }

    @Test
    void a_name_inside_a_compressed_stream_is_seen_across_any_boundary() {
        String hidden = "x".repeat((1 << 16) - 5) + "/LZWDecode ";
        byte[] file = pdf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R>>",
                stream("/Filter/FlateDecode", deflated(hidden.getBytes(StandardCharsets.ISO_8859_1)))));

        assertThat(Probe.of(file, null).medium()).isInstanceOf(Medium.Unknown.class);
    }

    @Test
    void forms_that_draw_one_another_over_and_over_are_given_up() {
        List<String> objects = new ArrayList<>(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
                stream("", "/F Do ".repeat(10))));
        for (int i = 5; i < 20; i++) {
            objects.add(stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F " + (i + 1) + " 0 R>>>>",
                    "/F Do ".repeat(10)));
        }
        objects.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 m"));

        Medium.Paper paper = (Medium.Paper) Probe.of(pdf(objects), null, SMALL).medium();
        assertThat(paper.pages()).isEqualTo(1);
        assertThat(paper.whyNoText()).isEqualTo("the text goes beyond the limit");
    }

    @Test
    void text_is_cut_at_the_limit_and_the_answer_says_so() {
        byte[] long_ = pdf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R 3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 600 800]/Resources<</Font<</H 5 0 R>>>>>>",
                stream("", "BT /H 9 Tf 9 700 Td (" + "lorem ipsum ".repeat(50) + ") Tj ET"),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"));

        Medium.Paper whole =
                (Medium.Paper) Probe.of(long_, null, PaperLimits.WITH_TEXT).medium();
        Medium.Paper cut = (Medium.Paper) Probe.of(long_, null, SMALL).medium();
        assertThat(whole.text()).contains("lorem ipsum lorem ipsum").hasSizeGreaterThan(1150);
        assertThat(cut.whyNoText()).isEqualTo("the text goes beyond the limit");
        assertThat(cut.text()).hasSizeLessThanOrEqualTo(1000);
    }

    @Test
    void nesting_without_end_is_unknown() {
        byte[] nested = pdf(List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids " + "[".repeat(200_000)));

        assertThat(Probe.of(nested, null).medium()).isInstanceOf(Medium.Unknown.class);
    }

    @Test
    void a_document_longer_than_the_limit_or_only_begun_is_unknown() {
        byte[] large = new MediaSample().text("%PDF-1.4\n").zeros(1 << 20).done();

        assertThat(Probe.of(large, null, SMALL).medium())
                .isEqualTo(new Medium.Unknown("PDF: longer than 1048576 bytes", false));
        assertThat(Probe.of("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), null)
                        .medium())
                .isInstanceOf(Medium.Unknown.class);
    }
}
