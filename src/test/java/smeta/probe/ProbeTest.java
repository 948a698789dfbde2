package smeta.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/probe/samples.csv", delimiter = '|')
    void reads_what_another_program_wrote(
            String file, Format format, Long width, Long height, Long millis, Long tolerance, String source) {
        Medium medium = Probe.of(MediaSample.file(file), null).medium();

        assertThat(medium.formatFound()).as("%s: %s", file, medium).isEqualTo(format);
        if (medium instanceof Medium.Picture picture) {
            assertThat(List.of(picture.width(), picture.height())).containsExactly(width, height);
        } else if (medium instanceof Medium.Film film) {
            assertThat(List.of(film.width(), film.height())).containsExactly(width, height);
            assertThat(film.millis()).isBetween(millis - tolerance, millis + tolerance);
        } else {
            assertThat(width).as("a sound").isNull();
            assertThat(((Medium.Sound) medium).millis()).as(source).isBetween(millis - tolerance, millis + tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"film.mp4,true", "faststart.mp4,false", "film.webm,true", "live.webm,false"})
    void a_film_says_whether_it_has_sound(String file, boolean sound) {
        assertThat(((Medium.Film) Probe.of(MediaSample.file(file), null).medium()).sound())
                .isEqualTo(sound);
    }

    @Test
    void the_content_decides_and_the_difference_is_reported() {
        byte[] jpeg = MediaSample.file("progressive.jpg");

        assertThat(Probe.of(jpeg, "image/png"))
                .isEqualTo(
                        new Probed(new Medium.Picture(321, 123, Format.JPEG), "declared image/png, found image/jpeg"));
        assertThat(Probe.of(jpeg, "image/jpg; charset=binary").disagreement()).isNull();
        assertThat(Probe.of(jpeg, "IMAGE/JPEG").disagreement()).isNull();
        assertThat(Probe.of(jpeg, "application/octet-stream").disagreement()).isNull();
        assertThat(Probe.of(jpeg, null).disagreement()).isNull();
        assertThat(Probe.of(jpeg, "jpg").disagreement()).isNull();
        assertThat(Probe.of(jpeg, "peg").disagreement()).isEqualTo("declared peg, found image/jpeg");
        assertThat(Probe.of(MediaSample.file("cbr.mp3"), "mp3").disagreement()).isNull();
        assertThat(Probe.of(jpeg, "x\n\u202e" + "y".repeat(500)).disagreement())
                .hasSizeLessThan(150)
                .doesNotContain("\n");
    }

    @Test
    void a_file_that_is_two_formats_is_what_it_begins_with() {
        byte[] gif = MediaSample.file("plain.gif");
        byte[] pdf = MediaSample.file("three-pages.pdf");
        byte[] both = Arrays.copyOf(gif, gif.length + pdf.length);
        System.arraycopy(pdf, 0, both, gif.length, pdf.length);

        assertThat(Probe.of(both, "application/pdf"))
                .isEqualTo(new Probed(
                        new Medium.Picture(321, 123, Format.GIF), "declared application/pdf, found image/gif"));
    }

    @Test
    void nothing_and_noise_are_unknown_with_a_reason() {
        assertThat(Probe.of(new byte[0], null).medium()).isEqualTo(new Medium.Unknown("there are no bytes", false));
        assertThat(Probe.of("Hello, world".getBytes(), "image/png").medium())
                .isEqualTo(new Medium.Unknown("none of the formats that can be read", false));
        assertThat(Probe.of("BM, said the text, and went on for a while".getBytes(), null)
                        .medium())
                .isInstanceOf(Medium.Unknown.class);
    }

    @Test
    void the_head_is_enough_where_the_header_comes_first() {
        byte[] film = MediaSample.file("faststart.mp4");
        byte[] head = Arrays.copyOf(film, 1000);

        assertThat(Probe.head(head, film.length, null).medium())
                .isEqualTo(new Medium.Film(64, 48, 2000, false, Format.MP4));
        byte[] last = Arrays.copyOf(MediaSample.file("film.mp4"), 1000);
        assertThat(Probe.head(last, 2551, null).medium())
                .isInstanceOfSatisfying(
                        Medium.Unknown.class,
                        unknown -> assertThat(unknown.needMore()).isTrue());
        assertThat(Probe.of(last, null).medium())
                .isInstanceOfSatisfying(
                        Medium.Unknown.class,
                        unknown -> assertThat(unknown.needMore()).isFalse());
    }

    @Test
    void the_head_of_an_mp3_counts_the_whole_length() {
        byte[] cbr = MediaSample.file("tagless.mp3");
        byte[] vbr = MediaSample.file("vbr.mp3");

        // 4,128 bytes × 8 at 16,000 bits a second
        assertThat(Probe.head(Arrays.copyOf(cbr, 500), cbr.length, null).medium())
                .isEqualTo(new Medium.Sound(2064, Format.MP3));
        assertThat(((Medium.Sound) Probe.head(Arrays.copyOf(vbr, 500), vbr.length, null)
                                .medium())
                        .millis())
                .isBetween(2000L, 2100L);
    }
}
