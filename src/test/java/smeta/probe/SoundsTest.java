package smeta.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {
    @ParameterizedTest
    @CsvSource({"44100,2,44100,1000", "16000,1,1,1", "8000,1,4004,501", "48000,2,0,0"})
    void reads_the_wav_that_the_jdk_wrote(int rate, int channels, int frames, long millis) throws IOException {
        AudioFormat format = new AudioFormat(rate, 16, channels, true, false);
        byte[] samples = new byte[frames * channels * 2];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, frames),
                AudioFileFormat.Type.WAVE,
                out);

        assertThat(Probe.of(out.toByteArray(), "audio/wav"))
                .isEqualTo(new Probed(new Medium.Sound(millis, Format.WAV), null));
    }

    @ParameterizedTest
    @CsvSource({"4294967295,500", "0,500", "4000,500", "2000,250"})
    void a_streamed_wav_that_does_not_know_its_size_counts_as_what_is_there(long declared, long millis) {
        byte[] wav = new MediaSample()
                .text("RIFF")
                .u32le(0xFFFFFFFFL)
                .text("WAVE")
                .text("LIST")
                .u32le(3)
                .zeros(4)
                .text("fmt ")
                .u32le(16)
                .u16le(1)
                .u16le(1)
                .u32le(8000)
                .u32le(8000)
                .u16le(1)
                .u16le(8)
                .text("data")
                .u32le(declared)
                .zeros(4000)
                .done();

        assertThat(Probe.of(wav, null).medium()).isEqualTo(new Medium.Sound(millis, Format.WAV));
    }

    @Test
    void a_wav_of_no_bytes_a_second_is_unknown() {
        byte[] wav = new MediaSample()
                .text("RIFF")
                .u32le(0)
                .text("WAVE")
                .text("data")
                .u32le(4)
                .zeros(4)
                .done();

        assertThat(Probe.of(wav, null).medium())
                .isEqualTo(new Medium.Unknown("WAV: it states no bytes a second", false));
    }

    @Test
    void a_flac_that_states_no_length_is_unknown_and_a_long_one_does_not_overflow() {
        assertThat(Probe.of(flac(44_100, 0), null).medium()).isInstanceOf(Medium.Unknown.class);
        // (2³⁶ - 1) / 655,350 = 104,859.2 s
        assertThat(Probe.of(flac(655_350, 0xFFFFFFFFFL), null).medium())
                .isEqualTo(new Medium.Sound(104_859_201L, Format.FLAC));
    }

    @Test
    void chained_ogg_streams_add_up() {
        byte[] once = MediaSample.file("vorbis.ogg");
        byte[] opus = MediaSample.file("opus.ogg");
        byte[] twice = new MediaSample().bytes(once).bytes(opus).done();

        assertThat(Probe.of(twice, null).medium()).isEqualTo(new Medium.Sound(2000 + 2007, Format.OGG));
    }

    @Test
    void an_ogg_with_an_absurd_position_is_unknown() {
        byte[] ogg = new MediaSample()
                .text("OggS")
                .u8(0)
                .u8(2)
                .zeros(8)
                .u32le(7)
                .zeros(8)
                .u8(1)
                .u8(30)
                .text("\u0001vorbis")
                .zeros(5)
                .u32le(8000)
                .zeros(14)
                .text("OggS")
                .u8(0)
                .u8(4)
                .u32le(0xFFFFFFFFL)
                .u32le(0x7FFFFFFFL)
                .u32le(7)
                .zeros(8)
                .u8(0)
                .done();

        assertThat(Probe.of(ogg, null).medium()).isInstanceOf(Medium.Unknown.class);
    }

    @Test
    void an_mp3_whose_header_lies_about_its_frames_counts_as_the_frames_it_has() {
        byte[] lying = MediaSample.file("vbr.mp3");
        int xing = new String(lying, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Xing");
        assertThat(xing).isPositive();
        lying[xing + 8] = 0;
        lying[xing + 9] = 0;
        lying[xing + 10] = 0;
        lying[xing + 11] = 1;

        assertThat(Probe.of(lying, null).medium())
                .isEqualTo(Probe.of(MediaSample.file("vbr.mp3"), null).medium());
    }

    @Test
    void an_mp3_behind_a_large_tag_and_padding() {
        byte[] frames = MediaSample.file("tagless.mp3");
        byte[] tagged = new MediaSample()
                .text("ID3")
                .u8(4)
                .u8(0)
                .u8(0)
                .u8(0)
                .u8(2)
                .u8(0)
                .u8(0)
                .zeros(32_768)
                .zeros(100)
                .bytes(frames)
                .done();

        assertThat(Probe.of(tagged, null).medium())
                .isEqualTo(Probe.of(frames, null).medium());
    }

    @ParameterizedTest
    @CsvSource({
        "1000,1000,1000",
        "1001,44100,23",
        "0,1,0",
        "-1,1,-1",
        "1,0,-1",
        "9223372036854775807,1,-1",
        "9223372036854775806,9223372036854775807,1000",
        "1,9223372036854775807,1"
    })
    void lengths_are_rounded_up_and_never_overflow(long units, long perSecond, long millis) {
        assertThat(Length.millis(units, perSecond)).isEqualTo(millis);
    }

    private static byte[] flac(long rate, long samples) {
        long packed = rate << 44 | 15L << 36 | samples;
        return new MediaSample()
                .text("fLaC")
                .u8(0x80)
                .u8(0)
                .u16(34)
                .zeros(10)
                .u32(packed >>> 32)
                .u32(packed)
                .zeros(16)
                .done();
    }
}
