package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** Files are measured in the browser; their sizes are sent, they are not. */
@QuarkusTest
class MediaTest {
    @TestHTTPResource("/")
    String home;

    @Test
    void an_image_is_measured_and_only_its_size_is_sent() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        try (PageVisit visit = PageVisit.to(home)) {
            Request sent = visit.page.waitForRequest(
                    request -> request.url().contains("image=320x200"),
                    () -> visit.at("#files")
                            .setInputFiles(new FilePayload("holiday.png", "image/png", png.toByteArray())));
            assertThat(sent.postData()).isNullOrEmpty();
            visit.settled();
            assertThat(visit.at("#media")).containsText("holiday.png 320 × 200");
            visit.openBill("openai/gpt-4o");
            // Two dimensions under 512: one tile, 85 + 170.
            assertThat(visit.at("#bill-lines")).containsText("255");
            visit.at("#bill .close").click();
            visit.estimated(() -> visit.at("#media button").click());
            assertThat(visit.at("#media li")).hasCount(0);
        }
    }

    @Test
    void pages_of_a_document_are_counted_compressed_or_not() throws IOException {
        try (PageVisit visit = PageVisit.to(home)) {
            for (CompressParameters compression :
                    new CompressParameters[] {CompressParameters.NO_COMPRESSION, CompressParameters.DEFAULT_COMPRESSION
                    }) {
                visit.estimated(() -> visit.at("#files")
                        .setInputFiles(new FilePayload("a.pdf", "application/pdf", pdf(7, compression))));
                assertThat(visit.at("#media input")).hasValue("7");
                visit.estimated(() -> visit.at("#media button").click());
            }
        }
    }

    private static byte[] pdf(int pages, CompressParameters compression) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.save(bytes, compression);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_recordings_seconds_are_read() throws IOException {
        AudioFormat format = new AudioFormat(8000, 8, 1, false, false);
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(new byte[24_000]), format, 24_000),
                AudioFileFormat.Type.WAVE,
                wav);
        try (PageVisit visit = PageVisit.to(home)) {
            visit.estimated(() ->
                    visit.at("#files").setInputFiles(new FilePayload("note.wav", "audio/wav", wav.toByteArray())));
            assertThat(visit.at("#media")).containsText("note.wav 3s");
            assertThat(visit.at("tr[data-id='openai/gpt-4'] .unsupported, tr[data-id='openai/gpt-4.1'] .unsupported")
                            .first())
                    .hasText("takes no sound");
        }
    }

    @Test
    void what_cannot_be_measured_is_asked_for() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.at("#files")
                    .setInputFiles(
                            new FilePayload("broken.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8)));
            assertThat(visit.at("#media")).containsText("Width × height in pixels?");
            visit.page.waitForRequest(request -> request.url().contains("image=640x480"), () -> {
                visit.at("#media input").fill("640 × 480");
                visit.at("#media input").press("Enter");
            });
        }
    }
}
