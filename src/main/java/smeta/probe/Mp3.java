package smeta.probe;

import org.jspecify.annotations.Nullable;

/**
 * MPEG audio, layers I to III. Where all bytes are at hand the frames are walked, which is right for any bit rate and
 * takes no header's word; else a Xing, Info or VBRI header tells, or the first frame's bit rate over the whole length.
 */
final class Mp3 {
    /** A multiple of every sampling rate that the format knows, so that frames of different rates add up exactly. */
    private static final long TICKS = 7_056_000;

    private static final int[][] KILOBITS = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };
    private static final int[] HERTZ = {44_100, 48_000, 32_000};

    /** A frame's header. */
    private record Frame(int samples, int hertz, int bits, int bytes, int side) {}

    private Mp3() {}

    /** Past an ID3v2 tag, if there is one. */
    static long afterTag(Bytes b) {
        if (!b.has(0, "ID3")) {
            return 0;
        }
        long size = (b.u8(6) & 0x7F) << 21 | (b.u8(7) & 0x7F) << 14 | (b.u8(8) & 0x7F) << 7 | b.u8(9) & 0x7F;
        return 10 + size + ((b.u8(5) & 0x10) != 0 ? 10 : 0);
    }

    static boolean isFrame(Bytes b, long at) {
        return at + 4 <= b.length() && frame(b, at) != null;
    }

    static Medium read(Bytes b, long tag) {
        long at = tag;
        // encoders pad a tag with zeros of which it doesn't speak
        while (frame(b, at) == null) {
            if (++at > tag + 65_536) {
                return new Medium.Unknown("MP3: no frame follows its tag", false);
            }
        }
        Frame first = frame(b, at);
        if (first == null) {
            return new Medium.Unknown("MP3: no frame follows its tag", false);
        }
        if (b.isWhole()) {
            return walked(b, at, first);
        }
        long frames = stated(b, at, first);
        return frames > 0
                ? Length.sound(frames * first.samples, first.hertz, Format.MP3)
                : Length.sound((b.total() - at) * 8, first.bits, Format.MP3);
    }

    private static Medium walked(Bytes b, long start, Frame first) {
        long ticks = 0;
        // the frame that carries a Xing or VBRI header is silent and not played
        long at = stated(b, start, first) >= 0 ? start + first.bytes : start;
        while (at + 4 <= b.total()) {
            Frame frame = frame(b, at);
            if (frame == null) {
                at++;
            } else {
                ticks += frame.samples * (TICKS / frame.hertz);
                at += frame.bytes;
            }
        }
        return Length.sound(ticks, TICKS, Format.MP3);
    }

    /** How many frames a Xing, Info or VBRI header states; 0 if it states none, -1 if there is no such header. */
    private static long stated(Bytes b, long at, Frame first) {
        long xing = at + 4 + first.side;
        if (b.has(xing, "Xing") || b.has(xing, "Info")) {
            return (b.u32(xing + 4) & 1) == 1 ? b.u32(xing + 8) : 0;
        }
        return b.has(at + 36, "VBRI") ? b.u32(at + 36 + 14) : -1;
    }

    private static @Nullable Frame frame(Bytes b, long at) {
        long header = b.u32(at);
        int version = (int) (header >> 19 & 3);
        int layer = 4 - (int) (header >> 17 & 3);
        int rate = (int) (header >> 12 & 15);
        int hertzIndex = (int) (header >> 10 & 3);
        if (header >> 21 != 0x7FF || version == 1 || layer == 4 || rate == 0 || rate == 15 || hertzIndex == 3) {
            return null;
        }
        boolean first = version == 3;
        int bits = 1000 * KILOBITS[first ? layer - 1 : layer == 1 ? 3 : 4][rate];
        int hertz = HERTZ[hertzIndex] >> (first ? 0 : version == 2 ? 1 : 2);
        int padding = (int) (header >> 9 & 1);
        int samples = layer == 1 ? 384 : layer == 3 && !first ? 576 : 1152;
        int bytes = layer == 1 ? (12 * bits / hertz + padding) * 4 : samples / 8 * bits / hertz + padding;
        boolean mono = (header >> 6 & 3) == 3;
        int side = first ? (mono ? 17 : 32) : mono ? 9 : 17;
        return new Frame(samples, hertz, bits, bytes, side);
    }
}
