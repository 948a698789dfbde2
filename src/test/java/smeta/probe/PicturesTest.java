package smeta.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Tag;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    @ParameterizedTest
    @CsvSource({"png,PNG", "jpeg,JPEG", "gif,GIF", "bmp,BMP"})
    void reads_what_the_jdk_wrote(String writer, Format format) throws IOException {
        for (int[] size : new int[][] {{1, 1}, {640, 480}, {3, 2000}}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB), writer, out);

            assertThat(Probe.of(out.toByteArray(), "image/" + writer))
                    .isEqualTo(new Probed(new Medium.Picture(size[0], size[1], format), null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossy.webp",
                "lossless.webp",
                "alpha.webp",
                "picture.avif",
                "plain.gif",
                "progressive.jpg",
                "turned.jpg"
            })
    void agrees_with_metadata_extractor(String file) throws Exception {
        byte[] bytes = MediaSample.file(file);
        List<String> numbers = new ArrayList<>();
        for (Directory directory : ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
                .getDirectories()) {
            for (Tag tag : directory.getTags()) {
                if (tag.getTagName().matches("Image Width|Image Height|Width|Height")) {
                    numbers.add(tag.getDescription().replace(" pixels", ""));
                }
            }
        }
        Medium.Picture picture = (Medium.Picture) Probe.of(bytes, null).medium();

        assertThat(numbers).contains(Long.toString(picture.width()), Long.toString(picture.height()));
    }

    @Test
    void a_gigapixel_picture_in_a_hundred_bytes_is_measured_from_its_header() {
        byte[] png = new MediaSample()
                .text("\u0089PNG\r\n\u001a\n")
                .u32(13)
                .text("IHDR")
                .u32(32_768)
                .u32(32_768)
                .u8(8)
                .u8(6)
                .zeros(3)
                .u32(0)
                .u32(0x7FFFFFFF)
                .text("IDAT")
                .zeros(50)
                .done();

        assertThat(png.length).isLessThan(110);
        assertThat(Probe.of(png, "image/png").medium()).isEqualTo(new Medium.Picture(32_768, 32_768, Format.PNG));
    }

    /** Why the headers are read by readers of our own. */
    @Test
    void metadata_extractor_forgets_the_size_of_a_png_that_is_cut_off() {
        byte[] head = png(640, 480);

        assertThat(Probe.of(head, null).medium()).isEqualTo(new Medium.Picture(640, 480, Format.PNG));
        assertThatThrownBy(() -> ImageMetadataReader.readMetadata(new ByteArrayInputStream(head)))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void the_largest_and_the_emptiest_size() {
        assertThat(Probe.of(png(0x7FFFFFFFL, 1), null).medium())
                .isEqualTo(new Medium.Picture(0x7FFFFFFFL, 1, Format.PNG));
        assertThat(Probe.of(png(0xFFFFFFFFL, 1), null).medium()).isInstanceOf(Medium.Unknown.class);
        assertThat(Probe.of(png(0, 7), null).medium())
                .isEqualTo(new Medium.Unknown("PNG: its header says 0 × 7 pixels", false));
    }

    @Test
    void an_iphone_png_begins_with_a_chunk_of_its_own() {
        byte[] png = new MediaSample()
                .text("\u0089PNG\r\n\u001a\n")
                .u32(4)
                .text("CgBI")
                .u32(1)
                .u32(2)
                .u32(13)
                .text("IHDR")
                .u32(20)
                .u32(10)
                .zeros(5)
                .done();

        assertThat(Probe.of(png, null).medium()).isEqualTo(new Medium.Picture(20, 10, Format.PNG));
    }

    @Test
    void a_bitmap_may_run_from_the_top_or_have_the_oldest_header() {
        byte[] top = new MediaSample()
                .text("BM")
                .zeros(12)
                .u32le(40)
                .u32le(320)
                .u32le(-200)
                .done();
        byte[] oldest = new MediaSample()
                .text("BM")
                .zeros(12)
                .u32le(12)
                .u16le(320)
                .u16le(200)
                .done();

        assertThat(Probe.of(top, null).medium()).isEqualTo(new Medium.Picture(320, 200, Format.BMP));
        assertThat(Probe.of(oldest, null).medium()).isEqualTo(new Medium.Picture(320, 200, Format.BMP));
    }

    @Test
    void the_thumbnail_inside_exif_is_not_the_picture() {
        byte[] thumbnail = MediaSample.file("progressive.jpg");
        byte[] jpeg = new MediaSample()
                .u16(0xFFD8)
                .u16(0xFFE1)
                .u16(2 + 6 + thumbnail.length)
                .text("Exif")
                .u16(0)
                .bytes(thumbnail)
                .u16(0xFFFF)
                .u16(0xFFC2)
                .u16(11)
                .u8(8)
                .u16(3000)
                .u16(4000)
                .u8(1)
                .zeros(3)
                .done();

        assertThat(Probe.of(jpeg, null).medium()).isEqualTo(new Medium.Picture(4000, 3000, Format.JPEG));
    }

    @Test
    void a_jpeg_without_a_frame_header_is_unknown() {
        byte[] jpeg = new MediaSample().u16(0xFFD8).u16(0xFFDA).zeros(20).done();

        assertThat(Probe.of(jpeg, null).medium()).isInstanceOf(Medium.Unknown.class);
    }

    @Test
    void a_heic_made_of_tiles_counts_as_its_primary_item() {
        assertThat(Probe.of(heic(2), "image/heic").medium()).isEqualTo(new Medium.Picture(4032, 3024, Format.HEIC));
    }

    @Test
    void a_heic_without_a_primary_item_counts_as_its_largest() {
        assertThat(Probe.of(heic(9), null).medium()).isEqualTo(new Medium.Picture(4032, 3024, Format.HEIC));
    }

    @Test
    void no_more_of_a_stream_is_read_than_the_size_takes() throws IOException {
        byte[] small = Arrays.copyOf(png(640, 480), 1 << 20);
        InputStream stream = new ByteArrayInputStream(small);
        assertThat(Probe.picture(stream, "image/png").medium()).isEqualTo(new Medium.Picture(640, 480, Format.PNG));
        assertThat(stream.available()).isEqualTo(small.length - 1024);

        MediaSample profiles = new MediaSample().u16(0xFFD8);
        for (int i = 0; i < 10; i++) {
            profiles.u16(0xFFE2).u16(65_535).zeros(65_533);
        }
        byte[] large = profiles.u16(0xFFC0)
                .u16(11)
                .u8(8)
                .u16(480)
                .u16(640)
                .u8(1)
                .zeros(1 << 20)
                .done();
        assertThat(Probe.picture(new ByteArrayInputStream(large), null).medium())
                .isEqualTo(new Medium.Picture(640, 480, Format.JPEG));
    }

    @Test
    void a_stream_without_end_is_given_up() throws IOException {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                assertThat(++read).isLessThanOrEqualTo(Probe.LONGEST_HEAD);
                return read == 2 ? 0xD8 : 0xFF;
            }
        };

        assertThat(Probe.picture(endless, null).medium()).isInstanceOf(Medium.Unknown.class);
    }

    @Test
    void a_stream_of_something_else_is_not_a_picture() throws IOException {
        byte[] wav = Arrays.copyOf(MediaSample.file("tone.wav"), 100_000);

        assertThat(Probe.picture(new ByteArrayInputStream(wav), null).medium())
                .isEqualTo(new Medium.Unknown("a WAV, not a picture", false));
    }

    private static byte[] png(long width, long height) {
        return new MediaSample()
                .text("\u0089PNG\r\n\u001a\n")
                .u32(13)
                .text("IHDR")
                .u32(width)
                .u32(height)
                .zeros(9)
                .done();
    }

    /** Item 1 is a tile of 512², item 2 the grid of 4032 × 3024 (ISO 23008-12). */
    private static byte[] heic(int primary) {
        byte[] tile = MediaSample.box(
                "ispe", new MediaSample().u32(0).u32(512).u32(512).done());
        byte[] colour = MediaSample.box("colr", new MediaSample().text("nclx").done());
        byte[] grid = MediaSample.box(
                "ispe", new MediaSample().u32(0).u32(4032).u32(3024).done());
        byte[] links = MediaSample.box(
                "ipma",
                new MediaSample()
                        .u32(0)
                        .u32(2)
                        .u16(1)
                        .u8(2)
                        .u8(0x80 | 2)
                        .u8(1)
                        .u16(2)
                        .u8(2)
                        .u8(2)
                        .u8(0x80 | 3)
                        .done());
        byte[] meta = MediaSample.box(
                "meta",
                new MediaSample().u32(0).done(),
                MediaSample.box(
                        "hdlr",
                        new MediaSample().u32(0).u32(0).text("pict").zeros(13).done()),
                MediaSample.box("pitm", new MediaSample().u32(0).u16(primary).done()),
                MediaSample.box("iprp", MediaSample.box("ipco", tile, colour, grid), links));
        return new MediaSample()
                .bytes(MediaSample.box(
                        "ftyp",
                        new MediaSample().text("heic").u32(0).text("mif1heic").done()))
                .bytes(meta)
                .done();
    }
}
