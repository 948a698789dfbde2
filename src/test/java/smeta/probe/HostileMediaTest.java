package smeta.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMediaTest {
    private static final PaperLimits LIMITS = new PaperLimits(1 << 20, 100, 10_000, 1 << 22, 100_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossy.webp",
                "lossless.webp",
                "alpha.webp",
                "picture.avif",
                "plain.gif",
                "progressive.jpg",
                "turned.jpg",
                "tone.wav",
                "tone.flac",
                "vorbis.ogg",
                "opus.ogg",
                "cbr.mp3",
                "vbr.mp3",
                "sound.m4a",
                "opus.webm",
                "sound.aac",
                "tone.aiff",
                "film.mp4",
                "faststart.mp4",
                "fragmented.mp4",
                "film.mov",
                "film.webm",
                "live.webm"
            })
    void a_file_cut_anywhere_or_with_bytes_changed_is_answered(String file) {
        byte[] bytes = MediaSample.file(file);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            answered(Probe.of(cut, null));
            answered(Probe.head(cut, bytes.length, null));
        }
        SplittableRandom random = new SplittableRandom(file.hashCode());
        for (int i = 0; i < 3000; i++) {
            answered(Probe.of(changed(bytes, random), "image/png"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-pages.pdf", "encrypted.pdf"})
    void a_document_cut_or_with_bytes_changed_is_answered(String file) {
        byte[] bytes = MediaSample.file(file);
        for (int length = 0; length < bytes.length; length += 41) {
            answered(Probe.of(Arrays.copyOf(bytes, length), null, LIMITS));
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            answered(Probe.of(changed(bytes, random), null, LIMITS));
        }
    }

    private static void answered(Probed probed) {
        assertThat(probed.medium()).isNotNull();
        if (probed.medium() instanceof Medium.Picture picture) {
            assertThat(Math.min(picture.width(), picture.height())).isPositive();
        } else if (probed.medium() instanceof Medium.Unknown unknown) {
            assertThat(unknown.reason()).isNotBlank();
        }
    }

    /** One to eight bytes, early ones more often, extreme values more often. */
    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        byte[] changed = bytes.clone();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length);
            changed[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 0xFF : 0);
        }
        return changed;
    }
}
